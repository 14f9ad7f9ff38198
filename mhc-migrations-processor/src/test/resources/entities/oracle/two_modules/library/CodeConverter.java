package two_modules.library;

import jakarta.persistence.*;

/** Applies by itself where it is compiled; a persistence unit that uses the jar has to list it. */
@Converter
public class CodeConverter implements AttributeConverter<Code, String> {
    @Override
    public String convertToDatabaseColumn(Code code) {
        return code == null ? null : code.text();
    }

    @Override
    public Code convertToEntityAttribute(String text) {
        return text == null ? null : new Code(text);
    }
}
