package dev.ouroboros.app.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.browser.Browser;
import dev.ouroboros.app.browser.BrowserPage;
import dev.ouroboros.app.history.Candidate;
import dev.ouroboros.app.history.Refusal;
import dev.ouroboros.app.sample.SampleRun;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.engine.propose.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
class ReportTest {
    private static final String HEAD = "5be1c3a0".repeat(8);
    private static final Path SHOWN = Path.of("target", "report");

    private Browser browser;

    @BeforeAll
    void startBrowser() throws IOException {
        browser = Browser.start();
        Files.createDirectories(SHOWN);
    }

    @AfterAll
    void closeBrowser() throws IOException {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1000, false", "120, 1000, false", "120, 390, false", "120, 1000, true", "500, 1000, false"})
    void everyChartIsDrawnAndNothingIsComplainedOf(int evaluations, int width, boolean dark) throws IOException {
        var page = open("run-" + evaluations, SampleRun.of(1, evaluations), width, dark);

        var drawn = page.evaluate("""
                [...document.querySelectorAll('[data-chart]')].map(chart => ({
                  name: chart.dataset.chart,
                  empty: [...chart.querySelectorAll('svg')].filter(svg => getComputedStyle(svg).display !== 'none')
                    .every(svg => ![...svg.querySelectorAll('.mark, .pairs, .median')].some(mark => {
                      const box = mark.getBBox(), stroke = mark.matches('path, line');
                      return stroke ? box.width + box.height > 0 : box.width > 0 && box.height > 0;
                    })),
                  folded: chart.closest('details:not([open])') !== null }))
                """);
        assertTrue(drawn.size() >= 3, drawn::toString);
        drawn.forEach(chart -> assertFalse(
                chart.get("empty").booleanValue() && !chart.get("folded").booleanValue(), chart::toString));
        assertEquals(List.of(), page.complaints());
        assertTrue(
                page.evaluate("document.documentElement.scrollWidth").intValue() <= width,
                "nothing sticks out to the right");
    }

    @Test
    void theCurveHasAMarkForEveryEvaluation() throws IOException {
        var page = open("run-marks", SampleRun.of(1, 120), 1000, false);

        assertEquals(
                120,
                page.evaluate("document.querySelectorAll('[data-chart=curve] svg.wide .mark').length")
                        .intValue());
    }

    @Test
    void aRefutedCandidateIsDrawnWithTheCycleThatIsWrong() throws IOException {
        var page = open("run-refuted", SampleRun.of(1, 120), 1000, false);

        assertEquals(
                List.of(1, 1, 1),
                Stream.of(
                                ".counterexample",
                                ".counterexample svg.wide .wave.wrong",
                                ".counterexample svg.wide .wrong-band")
                        .map(what -> page.evaluate("document.querySelectorAll('" + what + "').length")
                                .intValue())
                        .toList(),
                "all are refuted alike, so that one is drawn");
        assertEquals("0", page.evaluate("""
                        [...document.querySelectorAll('.counterexample svg.wide .wave-value')].at(-1).textContent
                        """).stringValue(), "where the seed has 10 in hexadecimal");
        assertTrue(page.evaluate("document.querySelector('.counterexample').textContent.includes('--candidate')")
                .booleanValue());
    }

    @Test
    void theFrontIsDrawnWithTheSeedAndAllThatWasAccepted() throws IOException {
        var run = SampleRun.of(1, 120);
        var page = open("run-front", run, 1000, false);

        assertEquals(
                run.history().steps().size() + 1,
                page.evaluate("document.querySelectorAll('[data-chart=front] svg.wide circle:not(.light)').length")
                        .intValue());
        assertTrue(page.evaluate("document.querySelectorAll('[data-chart=front] svg.wide .light').length")
                        .intValue()
                > 50);
        assertTrue(page.evaluate("document.querySelector('#front').textContent.includes('never-measured')")
                .booleanValue());
    }

    @Test
    void aLegendEntryHidesItsMarks() throws IOException {
        var page = open("run-legend", SampleRun.of(1, 120), 1000, false);
        var visible = "[...document.querySelectorAll('.toggles svg.wide .is-incorrect')]"
                + ".filter(mark => getComputedStyle(mark).display !== 'none').length";
        assertTrue(page.evaluate(visible).intValue() > 0);

        page.evaluate("document.querySelector('[data-toggle=incorrect]').click()");

        assertEquals(0, page.evaluate(visible).intValue());
    }

    @Test
    void whatCandidatesSayIsTextAndNothingElse() throws IOException {
        var page = open("run-hostile", SampleRun.hostile(3, 80), 1000, false);

        assertAll(
                () -> assertEquals(List.of(), page.complaints()),
                () -> assertEquals(
                        1, page.evaluate("document.scripts.length").intValue(), "only the report's own script"),
                () -> assertEquals(0, page.evaluate("document.images.length").intValue()),
                () -> assertTrue(page.evaluate("document.title").stringValue().startsWith("Ouroboros · sgemm </pre>")),
                () -> assertTrue(
                        page.evaluate("document.body.textContent.includes(\"<script>document.title='owned'\")")
                                .booleanValue(),
                        "the attack can be read"),
                () -> assertFalse(
                        page.evaluate("/[\\u202e\\u001b\\u0007]/.test(document.documentElement.outerHTML)")
                                .booleanValue(),
                        "no character reorders or controls"));
    }

    @Test
    void everyProposalThatCostSomethingHasItsCostInATable() throws IOException {
        var run = SampleRun.of(1, 120);
        var costs = Stream.concat(
                        run.history().candidates().stream().map(Candidate::proposal),
                        run.history().refusals().stream().map(Refusal::proposal))
                .map(Proposal::cost)
                .filter(cost -> cost.tokens() > 0)
                .map(cost -> Figures.count(cost.tokens()) + " " + Figures.dollars(cost.dollars()))
                .toList();
        assertTrue(costs.size() > 2 && costs.size() < 60, costs::toString);

        var rows = open("run-costs", run, 1000, false)
                .evaluate("""
                [...document.querySelectorAll('#costs tbody tr')]
                  .map(row => [...row.cells].slice(-2).map(cell => cell.textContent).join(' '))
                """)
                .valueStream()
                .map(row -> row.stringValue())
                .toList();

        assertEquals(costs, rows);
    }

    @Test
    void aRunThatCostNothingSpeaksOfNoCost() throws IOException {
        var page = open("run-free", SampleRun.of(1, 1), 1000, false);

        assertTrue(page.evaluate("document.querySelector('#costs') === null").booleanValue());
    }

    @Test
    void aRunWithoutSandboxSaysSoFirst() throws IOException {
        var page = open("run-unsafe", SampleRun.hostile(3, 20), 390, true);

        assertTrue(page.evaluate("document.querySelector('main').firstElementChild.textContent")
                .stringValue()
                .startsWith("No sandbox"));
    }

    @Test
    void anUnfinishedRunClaimsNoIntervalAndSaysHowToGoOn() throws IOException {
        var sample = SampleRun.of(1, 120);
        var page = open("run-unfinished", sample.cutAfter(sample.events().size() / 2), 1000, false);

        assertEquals(List.of(), page.complaints());
        assertTrue(page.evaluate("document.body.textContent.includes('./ouroboros resume')")
                .booleanValue());
        assertTrue(page.evaluate("document.querySelector('[data-chart=interval]') === null")
                .booleanValue());
    }

    @Test
    void aRunThatJustBeganCanBeShown() throws IOException {
        for (int events = 1; events <= 6; events++) {
            var page = open("run-began", SampleRun.of(1, 8).cutAfter(events), 1000, false);

            assertEquals(List.of(), page.complaints());
        }
    }

    @Test
    void aHaltedRunShowsNoGain() throws IOException {
        var page = open("run-halted", SampleRun.of(1, 40).halted("Control 2 was accepted."), 1000, false);

        assertEquals(
                "Halted",
                page.evaluate("document.querySelector('.figure').textContent").stringValue());
    }

    private BrowserPage open(String name, SampleRun run, int width, boolean dark) throws IOException {
        var file = SHOWN.resolve(name + ".html");
        Files.writeString(file, Report.html(run.history(), run.blobs(), HEAD));
        var page = browser.open(file.toAbsolutePath(), width, dark);
        Files.write(SHOWN.resolve(name + "-" + width + (dark ? "-dark" : "") + ".png"), page.screenshot());
        return page;
    }
}
