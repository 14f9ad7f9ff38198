package dev.mhc.migrations.maven;

import dev.mhc.migrations.error.MigrationException;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What all goals share: where they act, when they do not, and how failures are shown. */
abstract class AbstractMhcMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /**
     * Does nothing if true.
     * False unless said; also settable as {@code -Dmhc.skip}.
     */
    @Parameter(property = "mhc.skip", defaultValue = "false")
    private boolean skip;

    /** Acts on this module if it declares the plugin; in other modules of the build it only says so. */
    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("mhc.skip is set: nothing is done.");
            return;
        }
        if (!declaresPlugin(project)) {
            if (declaringModules().isEmpty()) {
                throw GoalError.NOT_DECLARED.with(goal(), plugin.getVersion());
            }
            getLog().info("Nothing is done in " + project.getArtifactId() + ": it does not declare "
                    + plugin.getArtifactId() + ".");
            return;
        }
        try {
            run();
        } catch (MigrationException e) {
            throw withCauseOnRequest(new MojoExecutionException(e.getMessage()), e);
        } catch (MojoExecutionException e) {
            throw e.getCause() == null
                    ? e
                    : withCauseOnRequest(new MojoExecutionException(e.getMessage()), e.getCause());
        }
    }

    /** Does the goal's work. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    final MavenProject project() {
        return project;
    }

    final MavenSession session() {
        return session;
    }

    final PluginDescriptor plugin() {
        return plugin;
    }

    /** The name of the goal as users type it. */
    final String goal() {
        return execution.getGoal();
    }

    /** Whether somebody typed this goal; if not, the pom binds it to the lifecycle. */
    final boolean isOnCommandLine() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    /** Whether the pom sets this parameter in a {@code <configuration>}, not by its property. */
    final boolean isConfigured(String parameter) {
        Xpp3Dom value = execution.getConfiguration() == null
                ? null
                : execution.getConfiguration().getChild(parameter);
        return value != null && value.getValue() != null && !value.getValue().equals("${mhc." + parameter + "}");
    }

    /** The modules of this build in which the goals act. */
    final List<MavenProject> declaringModules() {
        return session.getProjects().stream().filter(this::declaresPlugin).toList();
    }

    private boolean declaresPlugin(MavenProject candidate) {
        return !"pom".equals(candidate.getPackaging()) && candidate.getPlugin(plugin.getPluginLookupKey()) != null;
    }

    /** Maven prints the messages of all causes after ours, which says it all; so a cause is for {@code -e} and -X. */
    private MojoExecutionException withCauseOnRequest(MojoExecutionException exception, Throwable cause) {
        if (getLog().isDebugEnabled() || session.getRequest().isShowErrors()) {
            exception.initCause(cause);
        }
        return exception;
    }
}
