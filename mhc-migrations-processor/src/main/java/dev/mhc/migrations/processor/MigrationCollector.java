package dev.mhc.migrations.processor;

import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;

/** Collects the migrations of a compile and writes their registry. */
final class MigrationCollector {

    @SuppressWarnings("unused")
    MigrationCollector(
            ProcessingEnvironment environment, ProcessorOptions options, Diagnostics diagnostics, Output output) {}

    @SuppressWarnings("unused")
    void process(RoundEnvironment round) {}
}
