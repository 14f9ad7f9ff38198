package two_modules.library;

public record Code(String text) {}
