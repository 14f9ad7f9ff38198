package dev.mhc.migrations.maven;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamWriter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class PrintableTest {

    /** Any text, lone surrogates included, rich in what XML minds. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("<>&\"']\r\n\t\u0000\u0001\u007F\u0085\u2028\uD83D\uDE00\uFFFE\uFFFF")
                .withCharRange('\u0000', '\uFFFF')
                .ofMaxLength(12);
    }

    @Property
    boolean whateverIsWritten_isReadBack(@ForAll("texts") String text) throws Exception {
        StringWriter written = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("a");
        xml.writeAttribute("b", Printable.line(text));
        xml.writeCharacters(Printable.lines(text));
        xml.writeEndDocument();
        xml.close();

        Element read = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(written.toString())))
                .getDocumentElement();
        return read.getAttribute("b").equals(Printable.line(text))
                && read.getTextContent().equals(Printable.lines(text));
    }

    @Property
    boolean whatXmlCanHold_staysAsItIs(@ForAll("plain") String text) {
        return Printable.lines(text).equals(text) && Printable.line(text).equals(text);
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings().withChars("<>&\"']aÄ ß日").ofMaxLength(12);
    }
}
