package licet.rules.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks in processes of their own. Its name keeps it out of the normal build:
 * {@code mvn -pl license-rules test -Dtest=BenchmarkRun -Dsurefire.argLine=-Dlicet.bench=Identification}. All of one run
 * are measured on the same machine at the same time, so only their relations mean something elsewhere.
 */
class BenchmarkRun {
    @Test
    void all() throws RunnerException {
        var options = new OptionsBuilder()
                .include("licet\\.rules\\.bench\\..*" + System.getProperty("licet.bench", "") + ".*")
                .forks(Integer.getInteger("licet.bench.forks", 2))
                .warmupIterations(6)
                .warmupTime(TimeValue.seconds(3))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .timeUnit(TimeUnit.MICROSECONDS)
                .jvmArgsAppend("-Xmx1g", "-Dorg.spdx.useJARLicenseInfoOnly=true")
                .resultFormat(ResultFormatType.JSON)
                .result("target/benchmarks.json")
                .shouldFailOnError(true)
                .build();
        assertThat(new Runner(options).run()).isNotEmpty();
    }
}
