package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.sharewire.ShareTarget;
import io.sharewire.testkit.CarelessTarget.Sin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The kit catches what it is there to catch. */
class ShareTargetKitTest {

    /** Which sin the kits below commit; they are run one at a time. */
    private static Sin sin = Sin.RETRIES;

    @ParameterizedTest(name = "{0} is caught by {1}")
    @CsvSource({
        "RETRIES, STORED_THEN_500",
        "CALLS_EVERY_FAILURE_A_REJECTION, STORED_THEN_RESET",
        "LEAKS_THE_TOKEN, refusesTheCredentialsNothingIsOutAndTheAccountMustBeConnectedAgain",
        "CUTS_THE_EDITORS_TEXT, refusesATextThatIsTooLongUnsent()",
        "FINDS_EVERYTHING, findsWhatIsThereAndNothingElse()",
    })
    void catchesACarelessChannel(Sin committed, String test) {
        sin = committed;
        Set<String> failed = new TreeSet<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(CarelessKit.class))
                .build();

        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failed.add(identifier.getDisplayName());
                }
            }
        });

        assertThat(failed).contains(test);
    }

    /** Run by this test alone: its name is none that Surefire looks for. */
    static final class CarelessKit extends ShareTargetKit {

        @Override
        protected ShareTarget target(Sandbox at, Duration patience) {
            return new CarelessTarget(at.facebook(), sin);
        }

        @Override
        protected Optional<PlatformSimulator> platform(Sandbox at) {
            return Optional.of(at.facebook());
        }

        @Override
        protected Duration patience() {
            return Duration.ofMillis(300);
        }

        @Override
        protected int seededShares() {
            return 10;
        }

        @Override
        protected List<String> secrets(Sandbox at) {
            return List.of(at.facebook().token());
        }
    }
}
