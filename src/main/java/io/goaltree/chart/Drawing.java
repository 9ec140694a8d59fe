package io.goaltree.chart;

import java.io.ByteArrayOutputStream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.anim.dom.SVGDOMImplementation;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An SVG document while it is drawn; what is drawn later lies above. Coordinates are pixels from the upper left corner. */
final class Drawing {
    private static final String TITLE = "goaltree-chart-title";
    private static final String DESCRIPTION = "goaltree-chart-description";

    private final Document document;
    private Element parent;

    Drawing(Size size, Theme theme, String title, String description) {
        this.document = SVGDOMImplementation.getDOMImplementation()
                .createDocument(SVGDOMImplementation.SVG_NAMESPACE_URI, "svg", null);
        this.parent = document.getDocumentElement();
        set(parent, "width", String.valueOf(size.width()));
        set(parent, "height", String.valueOf(size.height()));
        set(parent, "viewBox", "0 0 " + size.width() + " " + size.height());
        set(parent, "class", "goaltree-chart");
        set(parent, "role", "img");
        set(parent, "aria-labelledby", TITLE + " " + DESCRIPTION);
        written("title", title).setAttributeNS(null, "id", TITLE);
        written("desc", description).setAttributeNS(null, "id", DESCRIPTION);
        written("style", theme.css());
        rectangle("paper", 0, 0, size.width(), size.height(), null);
    }

    /** Everything that is drawn in there belongs together. */
    void group(String styles, Runnable drawing) {
        Element outer = parent;
        parent = element("g", styles, null);
        drawing.run();
        parent = outer;
    }

    void rectangle(String styles, double left, double top, double width, double height, @Nullable String title) {
        Element rectangle = element("rect", styles, title);
        set(rectangle, "x", left);
        set(rectangle, "y", top);
        set(rectangle, "width", width);
        set(rectangle, "height", height);
    }

    void line(String styles, double x1, double y1, double x2, double y2, @Nullable String title) {
        Element line = element("line", styles, title);
        set(line, "x1", x1);
        set(line, "y1", y1);
        set(line, "x2", x2);
        set(line, "y2", y2);
    }

    void circle(String styles, double x, double y, double radius, @Nullable String title) {
        Element circle = element("circle", styles, title);
        set(circle, "cx", x);
        set(circle, "cy", y);
        set(circle, "r", radius);
    }

    void path(String styles, String path, @Nullable String title) {
        set(element("path", styles, title), "d", path);
    }

    void text(String styles, double x, double y, String text) {
        Element element = written("text", text);
        set(element, "class", styles);
        set(element, "x", x);
        set(element, "y", y);
    }

    /** By the JDK's writer: Batik's own knows no characters beyond 16 bits. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.transform(new DOMSource(document), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IllegalStateException("What is drawn could not be written", e);
        }
        return bytes.toByteArray();
    }

    private Element element(String name, String styles, @Nullable String title) {
        Element element = document.createElementNS(SVGDOMImplementation.SVG_NAMESPACE_URI, name);
        if (!styles.isEmpty()) {
            set(element, "class", styles);
        }
        parent.appendChild(element);
        if (title != null) {
            Element inside = document.createElementNS(SVGDOMImplementation.SVG_NAMESPACE_URI, "title");
            inside.appendChild(document.createTextNode(Lettering.clean(title)));
            element.appendChild(inside);
        }
        return element;
    }

    private Element written(String name, String text) {
        Element element = element(name, "", null);
        element.appendChild(document.createTextNode(Lettering.clean(text)));
        return element;
    }

    private static void set(Element element, String name, double pixels) {
        set(element, name, Shown.pixel(pixels));
    }

    private static void set(Element element, String name, String value) {
        element.setAttributeNS(null, name, value);
    }
}
