package dev.mhc.migrations.contract;

import dev.mhc.migrations.fixture.PostgresqlServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests of the class, a {@link Contract}, run on each kind of database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass
@EnumSource(Kind.class)
@ExtendWith(PostgresqlServer.class)
@interface OnBothDatabases {}
