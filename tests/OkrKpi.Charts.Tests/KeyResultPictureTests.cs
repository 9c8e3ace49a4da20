namespace OkrKpi.Charts.Tests;

/// <summary>What the pictures of key results and objectives tell is what the scores say.</summary>
public class KeyResultPictureTests
{
    private static Objective Held => Objective.Define("o", "Stay reliable", Cycle.Quarter(2026, 3))
        .With(KeyResult.Define("uptime", "Uptime", Unit.Percent, Goal.KeepWithin(Band.AtLeast(99))))
        .CheckIn("uptime", Given.Day(2026, 7, 10), 99.5m).CheckIn("uptime", Given.Day(2026, 7, 31), 98).CheckIn("uptime", Given.Day(2026, 8, 14), 99.2m);

    [Fact]
    public void What_is_to_be_held_is_expected_in_full_at_any_time()
    {
        var chart = Chart.Of(Held.Score(Given.Today).KeyResults[0]);
        Assert.Contains("100\u00A0% was expected by now", chart.Description, StringComparison.Ordinal);
        Assert.All(chart.Table().Rows, row => Assert.Equal("100\u00A0%", row[3]));
        var line = Svg.Of(chart).Descendants(Svg.Space + "path").First(each => each.Kinds().Contains("td")).Attribute("d")!.Value;
        Assert.Single(line.Split('M', 'L', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split(' ')[1]).Distinct());
    }

    [Fact]
    public void Of_a_rate_the_expected_progress_grows()
    {
        var objective = Objective.Define("o", "Sell", Cycle.Quarter(2026, 3))
            .With(KeyResult.Define("demos", "Demos", Unit.Count("demo"), Goal.FromTo(7, 21).Per(Cadence.Week)))
            .CheckIn("demos", Given.Day(2026, 7, 8), 9).CheckIn("demos", Given.Day(2026, 7, 29), 12).CheckIn("demos", Given.Day(2026, 8, 12), 14);
        var score = objective.Score(Given.Today).KeyResults[0];
        Assert.Equal(score.Pace.Expected, score.ExpectedOn(Given.Today));
        string[] expected = [.. Chart.Of(score).Table().Rows.Select(row => row[3])];
        Assert.Equal(["9\u00A0%", "32\u00A0%", "47\u00A0%"], expected);
    }

    [Fact]
    public void Where_no_progress_can_be_expected_no_line_is_drawn_also_when_it_is_over()
    {
        var objective = Objective.Define("o", "Sell", Cycle.Quarter(2026, 3))
            .With(KeyResult.Define("nps", "NPS", Unit.Index("NPS"), Goal.MoreThan(60))).CheckIn("nps", Given.Day(2026, 8, 14), 40);
        var chart = Chart.Of(objective.Score(Given.Day(2026, 10, 15)).KeyResults[0]);
        Assert.All(chart.Table().Rows, row => Assert.Equal("–", row[3]));
        Assert.DoesNotContain(Svg.Of(chart).Descendants(Svg.Space + "path"), each => each.Kinds().Contains("td"));
    }

    [Fact]
    public void Of_a_closed_objective_what_was_checked_in_after_the_closing_is_not_drawn()
    {
        var closed = Given.Engage().CheckIn("open-rate", Given.Day(2026, 8, 21), 14).Closed(Given.Day(2026, 8, 15));
        var chart = Chart.Of(closed.Score(Given.Day(2026, 9, 1)).KeyResults[0]);
        Assert.Equal("2026-08-14", chart.Table().Rows[^1][0]);
        Assert.DoesNotContain("14", Svg.Labels(Svg.Of(chart)).Select(each => each.Text));
        Assert.Contains("10", Svg.Labels(Svg.Of(chart)).Select(each => each.Text));
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("postponed")]
    public void What_was_given_up_is_told_with_its_day_and_heads_for_nothing(string said)
    {
        var day = Given.Day(2026, 8, 15);
        var score = Given.Engage().Change("open-rate", each => said == "cancelled" ? each.Cancelled(day) : each.Postponed(day)).Score(Given.Day(2026, 8, 20));
        var chart = Chart.Of(score.KeyResults[0]);
        Assert.Contains($"{said} on 2026-08-15.", chart.Description, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Heading", chart.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(Svg.Of(chart).Descendants(Svg.Space + "path"), each => each.Kinds().Contains("ad"));
        var objective = Chart.Of(score);
        Assert.Equal(said, Row(objective, 1)[3]);
        Assert.Contains(said, Svg.Labels(Svg.Of(objective)).Select(each => each.Text));
    }

    [Fact]
    public void A_score_set_by_hand_is_told_with_its_day_and_reason()
    {
        const string Said = "Score set by hand to 0.70 on 2026-08-15: ";
        var byHand = ScoreOverride.Of(0.7m, "the tool counts twice", Given.Day(2026, 8, 15));
        var score = Given.Engage().Change("open-rate", each => each.Overridden(byHand)).Score(Given.Day(2026, 8, 16));
        foreach (var chart in new[] { Chart.Of(score.KeyResults[0]), Chart.Of(Given.Engage().Overridden(byHand).Score(Given.Day(2026, 8, 16))) })
        {
            Assert.Contains(Said, chart.Description, StringComparison.Ordinal);
            Assert.Contains("the tool counts twice", chart.Description, StringComparison.Ordinal);
            Assert.Contains("Điểm đặt tay là 0,70 từ 15/08/2026: ", chart.In(Pictures.Vietnamese).Description, StringComparison.Ordinal);
        }

        var row = Row(Chart.Of(score), 1);
        Assert.Equal("0.70", row[1]);
        Assert.Contains(Said, row[3], StringComparison.Ordinal);
        Assert.Contains("the tool counts twice", row[3], StringComparison.Ordinal);
        Assert.Contains(Svg.Labels(Svg.Of(Chart.Of(score))), each => each.Text.StartsWith("by hand", StringComparison.Ordinal));
        Assert.Empty(Svg.Faults(Svg.Of(Chart.Of(score).In(Pictures.Vietnamese).Sized(344, 320))));
    }

    [Fact]
    public void A_score_set_by_hand_is_told_without_any_check_in()
    {
        var keyResult = KeyResult.Define("k", "Launch", Unit.Percent, Goal.FromTo(0, 10)).Overridden(ScoreOverride.Of(1, "done", Given.Day(2026, 8, 15)));
        Assert.Contains("Score set by hand to 1.00", Chart.Of(keyResult.Score(Cycle.Quarter(2026, 3), Given.Day(2026, 8, 20))).Description, StringComparison.Ordinal);
    }

    private static string[] Row(Chart chart, int index) => chart.Table().Rows[index];
}
