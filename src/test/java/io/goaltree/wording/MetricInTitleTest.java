package io.goaltree.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricInTitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Grow revenue by 20 % | 20",
                "Grow revenue by 20% | 20%",
                "Increase market share to 35 percent | 35",
                "Ten percent more happy customers | Ten",
                "Raise the share of women by five percentage points | five",
                "Win 100 new customers | 100",
                "Win 2,000 schools for our cause | 2,000",
                "Win 2000 schools for our cause | 2000",
                "Reach 10k subscribers | 10k",
                "Reach 1M downloads | 1M",
                "Make a 2x better product | 2x",
                "10x our developer productivity | 10x",
                "Become a $5m business | $5m",
                "Earn €250,000 with services | €250,000",
                "Earn 3 million euro abroad | 3",
                "Earn a million euro abroad | million",
                "Delight a thousand teachers | thousand",
                "Double our presence in Asia | Double",
                "Triple the speed of delivery | Triple",
                "Halve the waiting time | Halve",
                "Cut waste in half | half",
                "Cut returns by a third | third",
                "Deliver twice as fast | twice",
                "A tenfold better search | tenfold",
                "A 5-fold better search | 5-fold",
                "Enter three new markets | three",
                "Enter 3 new markets | 3",
                "Open twelve stores in Spain | twelve",
                "Delight customers with a 4.8 rating | 4.8",
                "Reach an NPS of 60 | 60",
                "Answer within 24 hours | 24",
                "Ship in <2 days | <2",
                "Pages that load in 300ms | 300ms",
                "Availability of 99.99% for all | 99.99%",
                "Zero accidents at work | Zero",
                "Be among the top 10 employers | 10",
                "Become a top ten employer | ten",
                "Top 5 in customer ratings | 5",
                "Serve 50+ countries | 50+",
                "Serve twenty-five countries | twenty-five",
                "Sell ½ of all tickets online | 1⁄2",
                "Double-digit growth in services | Double-digit",
                "Hire 20 great people in 2026 | 20",
                "A dozen partners who love us | dozen",
                "Save 40 bps of cost | 40",
                "Close the gap to -5 | -5",
                "Win quadruple gold | quadruple"
            })
    void a_number_that_measures_is_found(String title, String number) {
        assertThat(MetricInTitle.number(title)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Delight our customers",
                "Become the easiest bank for families",
                "Make 2026 the year of quality",
                "Win the hearts of teachers in 2026",
                "Be ready for the 2026/27 season",
                "Leave the 1990s behind",
                "Great start into Q3",
                "A strong H2",
                "A strong FY26",
                "Be ready for audit on 31 December",
                "Be ready by December 31",
                "Be live by 2026-12-31",
                "Be live by 31.12.2026",
                "Live up to ISO 9001",
                "Ready for ISO 27001 and SOC 2",
                "Customers trust us with PCI DSS 4.0",
                "Comply with Section 404 without pain",
                "Live Article 5 of the GDPR every day",
                "OAuth2 for every partner",
                "Editor v2 that people love",
                "Version 3 feels like magic",
                "Platform 2.0 wins developers back",
                "Lead in Industry 4.0",
                "5G makes our trains comfortable",
                "The best B2B shop in Europe",
                "Web3 without fear",
                "Help around the clock, 24/7",
                "A 360-degree view of each customer",
                "Everybody loves Microsoft 365",
                "Java 17 everywhere without tears",
                "Phase 2 of the merger feels smooth",
                "First choice of young families",
                "Be the first to know",
                "The 1st address for parents",
                "Number one in customer love",
                "The No. 1 address for gardeners",
                "Be #1 for gardeners",
                "One team across all sites",
                "A one-stop shop for founders",
                "A two-sided marketplace that works",
                "Two-factor login that nobody minds",
                "Zero-downtime releases feel normal",
                "Net zero is part of our culture",
                "From zero to one in robotics",
                "Millions of people feel safer",
                "Thousands of happy gardeners",
                "Better 1:1s for everybody",
                "COVID-19 is behind us",
                "Fewer double opt-in complaints",
                "Second to none in service",
                "A happy half-year",
                "4K streaming that just works",
                "Mehr Freude am Lernen",
                "",
                "…"
            })
    void a_number_that_names_is_none(String title) {
        assertThat(MetricInTitle.number(title)).isEmpty();
    }

    /** What the heuristic gets wrong, so that nobody believes it gets everything right. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Win 2026 new customers | false",
                "Halb so viele Beschwerden | false",
                "Win every second tender | false",
                "Be the home of Blink 182 | true",
                "Double rooms that feel like home | true"
            })
    void known_limits_of_the_heuristic(String title, boolean found) {
        assertThat(MetricInTitle.number(title).isPresent()).isEqualTo(found);
    }

    @Test
    void a_long_or_odd_title_is_judged_in_no_time() {
        assertThat(MetricInTitle.number("Q3 ".repeat(5_000) + "7 wins")).contains("7");
        assertThat(MetricInTitle.number("1.".repeat(5_000) + "x")).isPresent();
        assertThat(MetricInTitle.number("\u0000\uD83D")).isEmpty();
    }
}
