package converters;

import jakarta.persistence.*;
import java.util.*;

class Celsius {
    double degrees;
}

class Colour {
    String name;
}

enum Mood {
    GOOD,
    BAD
}

@Converter
class CelsiusConverter implements AttributeConverter<Celsius, Double> {
    @Override
    public Double convertToDatabaseColumn(Celsius value) {
        return value == null ? null : value.degrees;
    }

    @Override
    public Celsius convertToEntityAttribute(Double value) {
        return null;
    }
}

@Converter(autoApply = true)
class ColourConverter implements AttributeConverter<Colour, String> {
    @Override
    public String convertToDatabaseColumn(Colour value) {
        return null;
    }

    @Override
    public Colour convertToEntityAttribute(String value) {
        return null;
    }
}

@Converter(autoApply = true)
class MoodConverter implements AttributeConverter<Mood, Character> {
    @Override
    public Character convertToDatabaseColumn(Mood value) {
        return value == null ? null : value == Mood.GOOD ? 'G' : 'B';
    }

    @Override
    public Mood convertToEntityAttribute(Character value) {
        return null;
    }
}

@Converter
class YesNo implements AttributeConverter<Boolean, String> {
    @Override
    public String convertToDatabaseColumn(Boolean value) {
        return value == null ? null : value ? "Y" : "N";
    }

    @Override
    public Boolean convertToEntityAttribute(String value) {
        return null;
    }
}

abstract class Base<X> implements AttributeConverter<X, Long> {}

@Converter
class DurationSeconds extends Base<java.time.Duration> {
    @Override
    public Long convertToDatabaseColumn(java.time.Duration value) {
        return null;
    }

    @Override
    public java.time.Duration convertToEntityAttribute(Long value) {
        return null;
    }
}

@Embeddable
class Range {
    Boolean lower;
    Boolean upper;
}

@Entity
@Convert(attributeName = "late", converter = YesNo.class)
class Weather {
    @Id
    Long id;

    @Convert(converter = CelsiusConverter.class)
    Celsius temperature;

    Colour sky;

    @Column(length = 20, nullable = false)
    Colour ground;

    Mood mood;

    @Convert(disableConversion = true)
    Mood plainMood;

    @Convert(converter = YesNo.class)
    @Column(length = 1)
    boolean sunny;

    Boolean late;

    @Convert(converter = DurationSeconds.class)
    java.time.Duration lasted;

    @Embedded
    @Convert(attributeName = "upper", converter = YesNo.class)
    Range range;

    @ElementCollection
    @Convert(converter = YesNo.class)
    Set<Boolean> answers;

    @ElementCollection
    @Convert(attributeName = "key", converter = YesNo.class)
    @Convert(attributeName = "value", converter = CelsiusConverter.class)
    Map<Boolean, Celsius> readings;

    @ElementCollection
    Map<Mood, Colour> colours;
}
