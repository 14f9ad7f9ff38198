package dev.mhc.migrations.maven;

import java.io.File;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share whose result can also be written to files. */
abstract class AbstractReportMojo extends AbstractDatabaseMojo {

    /**
     * The formats in which the result is also written to files, several with commas: {@code text}, {@code json}, and of
     * mhc:verify-schema {@code junit}.
     * None unless said; also settable as {@code -Dmhc.report=json,junit}.
     */
    @Parameter(property = "mhc.report")
    private @Nullable List<@Nullable String> report;

    /**
     * The folder for these files. Outside of the module, each module gets one of its own in it.
     * {@code target/mhc-reports} unless said; also settable as {@code -Dmhc.report.folder}.
     */
    @Parameter(property = "mhc.report.folder", defaultValue = "${project.build.directory}/mhc-reports")
    private File reportFolder;

    /** The names of the files that this goal writes, one for each format that it has. */
    abstract Map<ReportFormat, String> reportFiles();

    /** The content of a report. */
    interface Content {
        String in(ReportFormat format);
    }

    /** Also removes the reports of an earlier run. */
    @Override
    void checkParameters() throws MojoExecutionException {
        ReportFolder folder = folder();
        for (ReportFormat format : formats()) {
            folder.discard(reportFile(format));
        }
    }

    /** Writes the files that are asked for. */
    final void writeReports(Content content) throws MojoExecutionException {
        ReportFolder folder = folder();
        for (ReportFormat format : formats()) {
            getLog().info("report    " + folder.write(reportFile(format), content.in(format)));
        }
    }

    /** The entries of a list parameter; Maven leaves blanks around commas, and nothing between two of them. */
    static List<String> entries(@Nullable List<@Nullable String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .map(entry -> entry == null ? "" : entry.strip())
                        .filter(entry -> !entry.isEmpty())
                        .toList();
    }

    private String reportFile(ReportFormat format) {
        return String.valueOf(reportFiles().get(format));
    }

    private ReportFolder folder() {
        return ReportFolder.of(reportFolder.toPath(), project());
    }

    private Set<ReportFormat> formats() throws MojoExecutionException {
        Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
        for (String name : entries(report)) {
            formats.add(Choice.of("mhc.report", name, ReportFormat.class));
        }
        formats.retainAll(reportFiles().keySet());
        return formats;
    }
}
