package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

final class PostgresqlUrlTest {

    /** What the driver's options do but load code, each looked at. */
    private static final Set<String> HARMLESS = Set.of("""
            adaptiveFetch adaptiveFetchMaximum adaptiveFetchMinimum allowEncodingChanges ApplicationName \
            assumeMinServerVersion autosave binaryTransfer binaryTransferDisable binaryTransferEnable cancelSignalTimeout \
            channelBinding cleanupSavepoints connectTimeout convertBooleanToNumeric currentSchema \
            databaseMetadataCacheFields databaseMetadataCacheFieldsMiB defaultRowFetchSize disableColumnSanitiser \
            escapeSyntaxCallMode flushCacheOnDdl groupStartupParameters gssEncMode gsslib gssResponseTimeout \
            gssUseDefaultCreds hideUnprivilegedObjects hostRecheckSeconds jaasLogin kerberosServerName loadBalanceHosts \
            localSocketAddress loggerLevel loginTimeout logServerErrorDetail logUnclosedConnections maxResultBuffer \
            maxSendBufferSize options pemKeyAlgorithm PGDBNAME PGHOST PGPORT preferQueryMode preparedStatementCacheQueries \
            preparedStatementCacheSizeMiB prepareThreshold protocolVersion queryTimeout quoteReturningIdentifiers readOnly \
            readOnlyMode receiveBufferSize replication requireAuth reWriteBatchedInserts reWriteBatchedInsertsSize \
            scramMaxIterations sendBufferSize service socketTimeout ssl sslcert sslkey sslmode sslNegotiation \
            sslResponseTimeout sslrootcert sspiServiceClass stringtype targetServerType tcpKeepAlive tcpNoDelay \
            unknownLength user useSpnego""".split(" ", -1));

    @Test
    void everyOptionOfTheDriver_isHarmlessOrRefused() {
        Set<String> accepted = new TreeSet<>();
        for (PGProperty property : PGProperty.values()) {
            try {
                DatabaseUrl.of(
                        "apply",
                        Path.of("/project"),
                        Optional.of("jdbc:postgresql://host/db?" + property.getName() + "=1"),
                        Optional.empty());
                accepted.add(property.getName());
            } catch (MojoExecutionException refused) {
                assertThat(refused).message().containsPattern("UnsafeUrlOption|SecretInUrl");
            }
        }

        assertThat(accepted).isEqualTo(new TreeSet<>(HARMLESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d?options=-c%20session_preload_libraries=evil",
                "jdbc:postgresql://h/d?options=-c+LOCAL_preload_libraries=evil",
                "jdbc:postgresql://h/d?a=b&Options=--local-preload-libraries=evil",
                "jdbc:postgresql:d?options=-c%20session%5C_pre%5Cload_libraries%3Devil",
                "jdbc:postgresql:d?options=-cdynamic_library_path=/tmp"
            })
    void settingThatMakesTheServerLoadALibrary_isRefused(String url) {
        assertThatThrownBy(() -> DatabaseUrl.of("apply", Path.of("/"), Optional.of(url), Optional.empty()))
                .hasMessageStartingWith("[UnsafeServerSetting]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d?options=-c%20search_path=a",
                "jdbc:postgresql://h/d?currentSchema=a,b",
                "jdbc:postgresql:d",
                "jdbc:postgresql:",
                "jdbc:postgresql://a:1,[::1]:2,c/d?targetServerType=primary"
            })
    void otherUrls_areTakenAsTheyAre(String url) throws Exception {
        assertThat(DatabaseUrl.of("apply", Path.of("/"), Optional.of(url), Optional.empty()))
                .extracting(DatabaseUrl::jdbcUrl)
                .isEqualTo(url);
    }

    @Test
    void urlThatTheDriverDoesNotUnderstand_isToldWithoutBlamingTheClassPath() {
        assertThatThrownBy(() ->
                        DatabaseUrl.of("apply", Path.of("/"), Optional.of("jdbc:postgresql://host"), Optional.empty()))
                .hasMessageStartingWith("[UnsupportedPostgresqlUrl]");
    }

    @Provide
    Arbitrary<String> url() {
        return Arbitraries.of(
                        "/",
                        "//",
                        "host",
                        "h2",
                        "[::1]",
                        ":",
                        "5432",
                        "99999",
                        ",",
                        "?",
                        "&",
                        "=",
                        "%41",
                        "%",
                        "%zz",
                        "+",
                        "user",
                        "host=",
                        "PGHOST=",
                        "port=",
                        "PGPORT=",
                        "dbname=",
                        "PGDBNAME=",
                        "options=",
                        "Ssl",
                        ";",
                        "#",
                        "@",
                        "db")
                .list()
                .ofMaxSize(12)
                .map(parts -> DatabaseUrl.POSTGRESQL + String.join("", parts));
    }

    @Property(seed = "5", tries = 3000)
    void anyUrl_isTakenApartAsTheDriverDoes(@ForAll("url") String url) {
        Properties driver = byDriver(url);
        Optional<PostgresqlUrl> ours = PostgresqlUrl.parse(url);

        ours.ifPresent(parts -> {
            assertThat(driver).as(url).isNotNull();
            assertThat(parts.hosts())
                    .as(url)
                    .isEqualTo(Stream.of(driver.getProperty("PGHOST").split(",", -1))
                            .map(host -> host.isEmpty() ? "localhost" : host)
                            .toList());
            assertThat(String.join(",", parts.ports())).as(url).isEqualTo(driver.getProperty("PGPORT"));
            Map<String, String> others = new HashMap<>();
            driver.stringPropertyNames().stream()
                    .filter(name -> !Set.of("PGHOST", "PGPORT", "PGDBNAME").contains(name))
                    .forEach(name -> others.put(name, driver.getProperty(name)));
            assertThat(parts.options()).as(url).isEqualTo(others);
        });
        assertThat(ours.isPresent()).as(url.toLowerCase(Locale.ROOT)).isEqualTo(driver != null);
    }

    private static Properties byDriver(String url) {
        Logger logger = Logger.getLogger("org.postgresql");
        logger.setLevel(Level.OFF);
        return Driver.parseURL(url, null);
    }
}
