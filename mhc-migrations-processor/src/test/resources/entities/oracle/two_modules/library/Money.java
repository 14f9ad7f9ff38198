package two_modules.library;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Embeddable
public record Money(BigDecimal amount, @Column(length = 3) String currency) {}
