package io.goaltree.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

    @ParameterizedTest
    @CsvSource({"Linux,amd64", "Linux,aarch64", "Mac OS X,aarch64", "Mac OS X,x86_64", "Windows 11,amd64"})
    void every_common_machine_finds_its_archive(String os, String processor) {
        String archive = PostgresBinaries.archiveName(os, processor, false);
        assertThat(getClass().getClassLoader().getResource(archive)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"Linux,s390x,false", "Linux,amd64,true"})
    void another_machine_is_told_apart(String os, String processor, boolean musl) {
        String archive = PostgresBinaries.archiveName(os, processor, musl);
        assertThat(getClass().getClassLoader().getResource(archive)).isNull();
    }
}
