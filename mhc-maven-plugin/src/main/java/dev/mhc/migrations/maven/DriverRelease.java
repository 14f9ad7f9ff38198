package dev.mhc.migrations.maven;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.function.IntSupplier;

/**
 * Takes back what drivers registered, so that a closed class loader can go. {@link DriverManager} shows a driver only to
 * callers that can see its class, so {@link ProjectClasses} defines this class in the project's own loader.
 */
public final class DriverRelease implements IntSupplier {

    /** Deregisters every driver of this class's loader. */
    @Override
    public int getAsInt() {
        int released = 0;
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass().getClassLoader() == DriverRelease.class.getClassLoader()) {
                try {
                    DriverManager.deregisterDriver(driver);
                    released++;
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return released;
    }
}
