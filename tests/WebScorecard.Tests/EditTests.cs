using System.Net;
using System.Text.Json.Nodes;

namespace WebScorecard.Tests;

/// <summary>What is defined, by forms. Each test has a database of its own.</summary>
public sealed class EditTests : IDisposable
{
    private readonly ScorecardApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_KPI_is_defined_given_a_plan_and_measured_by_forms_alone()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.StoreAsync("/edit/kpi", "edit", new()
        {
            ["name"] = "Đơn hàng mới",
            ["owner"] = "Sales",
            ["unit"] = "count",
            ["unitName"] = "order",
            ["direction"] = "HigherIsBetter",
            ["cadence"] = "Month",
            ["aggregation"] = "Sum",
        });
        var page = await visitor.AnsweredAsync(
            "/edit/plan?kpi=don-hang-moi", "edit", new() { ["plan"] = "spread", ["over"] = "Year", ["to"] = "1200", ["do"] = "check" });
        Assert.Contains("2026-12", page.Text, StringComparison.Ordinal);
        Assert.Empty((await app.Reader().GetJsonAsync("/api/kpis/don-hang-moi/targets")).AsArray());

        await visitor.StoreAsync("/edit/plan?kpi=don-hang-moi", "edit", new() { ["plan"] = "spread", ["over"] = "Year", ["to"] = "1200", ["decidedOn"] = "2026-01-01" });

        var targets = (await app.Reader().GetJsonAsync("/api/kpis/don-hang-moi/targets")).AsArray();
        Assert.Equal((12, 1200m), (targets.Count, targets.Sum(each => (decimal)each!["value"]!)));
        foreach (var day in new[] { "2026-05-31", "2026-06-30", "2026-07-31" })
        {
            await visitor.StoreAsync("/kpis/don-hang-moi", "record", new() { ["date"] = day, ["value"] = "60" });
        }

        Assert.Equal("needed", (string?)(await app.Reader().ReviewedAsync("needs", "kpi", "don-hang-moi"))["state"]);
    }

    [Fact]
    public async Task What_is_checked_is_not_stored_and_shows_what_the_library_finds()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var before = await app.Reader().GetStringAsync("/api/definition");
        var (status, text) = await visitor.AnsweredAsync("/edit/key-result?objective=O4&goal=fromTo", "edit", new()
        {
            ["name"] = "Number of meetings",
            ["start"] = "100",
            ["target"] = "300",
            ["unit"] = "count",
            ["unitName"] = "meeting",
            ["measures"] = "meetings",
            ["do"] = "check",
        });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Number of meetings only restates the KPI target", text, StringComparison.Ordinal);
        Assert.Contains("value=\"Number of meetings\"", text, StringComparison.Ordinal);
        Assert.Equal(before, await app.Reader().GetStringAsync("/api/definition"));
    }

    [Fact]
    public async Task What_the_library_refuses_is_said_and_what_was_filled_in_stays()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var (status, text) = await visitor.AnsweredAsync(
            "/edit/key-result?objective=O4&goal=fromTo", "edit",
            new() { ["name"] = "Answers", ["start"] = "5", ["target"] = "5", ["unit"] = "hours" });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("class=\"refused\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"Answers\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"hours\" selected", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fromTo", """{"kind":"fromTo","start":4,"target":15}""", "start=4", "target=15")]
    [InlineData("atLeast", """{"kind":"atLeast","target":15000}""", "target=15000")]
    [InlineData("atMost", """{"kind":"atMost","target":2}""", "target=2")]
    [InlineData("moreThan", """{"kind":"atLeast","target":2,"boundary":""", "target=2")]
    [InlineData("lessThan", """{"kind":"atMost","target":2,"boundary":""", "target=2")]
    [InlineData("count", """{"kind":"count","target":3}""", "target=3")]
    [InlineData("yesNo", """{"kind":"yesNo"}""")]
    [InlineData("milestones", """{"kind":"milestones""", "lines=draft = 2\nreview")]
    [InlineData("keepWithin", """{"kind":"keepWithin""", "low=1", "high=2")]
    [InlineData("checkpoints", """{"kind":"checkpoints""", "lines=10 = 30\n50 = 100")]
    [InlineData("zones", """{"kind":"zones""", "baseline=10", "commit=20", "target=30", "stretch=40")]
    [InlineData("ordinal", """{"kind":"ordinal""", "commitWords=a plan", "targetWords=a trial", "stretchWords=a sale")]
    [InlineData("baseline", """{"kind":"findBaseline""")]
    [InlineData("allOf", """{"kind":"allOf""", "part0name=analysis", "part0kind=yesNo", "part1name=ideas", "part1kind=count", "part1target=3")]
    [InlineData("weighted", """{"kind":"weighted""", "part0name=one", "part0kind=yesNo", "part0weight=2", "part1name=two", "part1kind=count", "part1target=3")]
    public async Task Every_kind_of_goal_is_written_and_comes_back_as_it_was(string kind, string json, params string[] fields)
    {
        var visitor = await Visitor.SignedInAsync(app);
        var filledIn = fields.Select(each => each.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]);
        foreach (var (name, value) in new[] { ("name", "A result"), ("unit", "count"), ("unitName", "thing") })
        {
            filledIn[name] = value;
        }

        await visitor.StoreAsync($"/edit/key-result?objective=O4&goal={kind}", "edit", filledIn);
        var stored = await GoalAsync();
        Assert.StartsWith(json, stored, StringComparison.Ordinal);

        // Opened again and saved with another name, the goal is the same.
        await visitor.StoreAsync("/edit/key-result?objective=O4&id=O4-KR5", "edit", new() { ["name"] = "Another name" });
        Assert.Equal(stored, await GoalAsync());
    }

    [Fact]
    public async Task A_rate_with_a_minimum_sample_of_a_unit_per_week_is_written_by_the_form()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.StoreAsync("/edit/key-result?objective=O4&goal=fromTo", "edit", new()
        {
            ["name"] = "Meetings",
            ["start"] = "7",
            ["target"] = "21",
            ["rate"] = "Week",
            ["unit"] = "count",
            ["unitName"] = "meeting",
            ["unitEvery"] = "Week",
        });
        Assert.Contains("\"week\"", await GoalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_a_history_keeps_its_meaning_and_what_has_none_may_be_changed_or_removed()
    {
        var visitor = await Visitor.SignedInAsync(app);
        Assert.Contains("<fieldset disabled", await visitor.Client.GetStringAsync("/edit/kpi?id=meetings"), StringComparison.Ordinal);
        await visitor.StoreAsync("/edit/kpi?id=meetings", "edit", new() { ["name"] = "Meetings with customers" });
        Assert.Equal("Meetings with customers", (string?)(await DefinedAsync("kpis", "meetings"))!["name"]);

        await visitor.StoreAsync(
            "/edit/key-result?objective=O4&goal=count", "edit", new() { ["name"] = "Calls", ["target"] = "9", ["unit"] = "count", ["unitName"] = "call" });
        await visitor.StoreAsync(
            "/edit/key-result?objective=O4&id=O4-KR5&goal=fromTo", "edit", new() { ["start"] = "1", ["target"] = "5", ["unit"] = "hours", ["unitName"] = "" });
        Assert.StartsWith("""{"kind":"fromTo""", await GoalAsync(), StringComparison.Ordinal);
        await visitor.StoreAsync("/edit/key-result?objective=O4&id=O4-KR5", "edit", new() { ["remove"] = "true" });
        Assert.Equal(5, (await DefinedAsync("objectives", "O4"))!["keyResults"]!.AsArray().Count);
        var (status, _) = await visitor.AnsweredAsync("/edit/key-result?objective=O4&id=O4-KR4", "edit", new() { ["remove"] = "true" });
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task An_objective_contributes_to_another_and_covers_a_KPI_from_the_form_on()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.StoreAsync("/edit/objective", "edit", new()
        {
            ["title"] = "Keep the customers we win",
            ["owner"] = "Customer Success",
            ["addresses"] = "K31-churn",
            ["parent"] = "O4",
        });
        await visitor.StoreAsync(
            "/edit/key-result?objective=O5&goal=atLeast", "edit", new() { ["name"] = "Customers called", ["target"] = "80", ["unit"] = "percent" });
        await visitor.StoreAsync("/edit/initiative?objective=O5", "edit", new() { ["title"] = "Call everybody", ["due"] = "2026-09-01" });

        var objective = await DefinedAsync("objectives", "O5");
        Assert.Equal("O4", (string?)objective!["alignments"]![0]!["objective"] ?? objective.ToJsonString());
        Assert.Equal("Call everybody", (string?)objective["initiatives"]![0]!["title"]);
        Assert.Equal("covered", (string?)(await app.Reader().ReviewedAsync("needs", "kpi", "K31-churn"))["state"]);
        await visitor.StoreAsync("/edit/objective?id=O5", "edit", new() { ["parent"] = "", ["closedOn"] = "2026-08-20" });
        objective = await DefinedAsync("objectives", "O5");
        Assert.Null(objective!["alignments"]);
        Assert.Equal("2026-08-20", (string?)objective["closedOn"]);
    }

    [Fact]
    public async Task The_organisation_is_a_row_for_each_unit()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var before = await OrganisationAsync();
        await visitor.StoreAsync("/edit/organisation", "edit", []);
        Assert.Equal(before, await OrganisationAsync());

        var rows = new Dictionary<string, string?> { ["name0"] = "Company B", ["level0"] = "Company" };
        foreach (var (index, team) in ScorecardApp.CompanyA.Objectives.Select(objective => objective.Owner!).Distinct().Index())
        {
            (rows[$"name{index + 1}"], rows[$"under{index + 1}"]) = (team, "Company B");
        }

        await visitor.StoreAsync("/edit/organisation", "edit", rows);
        Assert.Contains("Company B", await OrganisationAsync(), StringComparison.Ordinal);
        var (status, text) = await visitor.AnsweredAsync("/edit/organisation", "edit", new() { ["under1"] = "Nobody" });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("value=\"Nobody\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_tells_what_differs_from_one_definition_to_the_next()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.StoreAsync("/edit/kpi?id=meetings", "edit", new() { ["owner"] = "Hoa" });
        await visitor.StoreAsync("/edit/initiative?objective=O4", "edit", new() { ["title"] = "Call back <b>at once</b>" });

        var page = await visitor.Client.GetStringAsync("/edit/history");
        Assert.Contains("<del>Customer Success</del>", page, StringComparison.Ordinal);
        Assert.Contains("<ins>Hoa</ins>", page, StringComparison.Ordinal);
        Assert.Contains("Call back &lt;b&gt;at once", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_that_somebody_else_changed_is_not_overwritten()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var (action, fields) = Filling.Read(await visitor.Client.GetStringAsync("/edit/kpi?id=meetings"), "edit");
        await visitor.StoreAsync("/edit/kpi?id=meetings", "edit", new() { ["owner"] = "Hoa" });
        var response = await visitor.Client.PostAsync(action, new FormUrlEncodedContent(fields));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Hoa", (string?)(await DefinedAsync("kpis", "meetings"))!["owner"]);
    }

    [Fact]
    public async Task A_form_sent_twice_defines_once()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var (action, fields) = Filling.Read(await visitor.Client.GetStringAsync("/edit/initiative?objective=O4"), "edit");
        fields.RemoveAll(field => field.Key == "title");
        fields.Add(new("title", "Once"));
        for (var again = 0; again < 2; again++)
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Client.PostAsync(action, new FormUrlEncodedContent(fields))).StatusCode);
        }

        Assert.Single((await DefinedAsync("objectives", "O4"))!["initiatives"]!.AsArray(), each => (string?)each!["title"] == "Once");
    }

    [Fact]
    public async Task A_measured_value_is_put_right_or_taken_back_and_stays_in_the_history()
    {
        var visitor = await Visitor.SignedInAsync(app);
        await visitor.StoreAsync("/kpis/K31-churn", "record", new() { ["date"] = "2026-07-31", ["value"] = "50", ["denominator"] = "1000" });
        var count = (await MeasuredAsync()).Count;
        await visitor.StoreAsync("/edit/measurements?kpi=K31-churn", $"row{count}", new() { ["value"] = "5" });

        var right = (await MeasuredAsync())[^1]!;
        Assert.Equal((5m, true, "2026-08-15"), ((decimal)right["value"]!, (bool)right["restates"]!, (string?)right["knownOn"]));
        await visitor.StoreAsync("/edit/measurements?kpi=K31-churn", $"row{count + 1}", new() { ["do"] = "withdraw" });
        Assert.True((bool)(await MeasuredAsync())[^1]!["withdraws"]!);
        Assert.Equal(count + 2, (await MeasuredAsync()).Count);
        Assert.Contains("taken back on 2026-08-15", await visitor.Client.GetStringAsync("/edit/measurements?kpi=K31-churn"), StringComparison.Ordinal);

        async Task<JsonArray> MeasuredAsync() => (await app.Reader().GetJsonAsync("/api/kpis/K31-churn/measurements")).AsArray();
    }

    [Fact]
    public async Task A_check_in_that_is_taken_back_no_longer_counts_and_stays_in_the_history()
    {
        var visitor = await Visitor.SignedInAsync(app);
        var before = (decimal)(await app.Reader().ReviewedAsync("objectives", "id", "O4"))["score"]!;
        await visitor.StoreAsync("/objectives/O4", "kr-O4-KR4", new() { ["date"] = "2026-08-15", ["value"] = "1" });
        var count = (await app.Reader().GetJsonAsync(Requests.ResponseTime)).AsArray().Count;
        Assert.NotEqual(before, (decimal)(await app.Reader().ReviewedAsync("objectives", "id", "O4"))["score"]!);

        var page = await visitor.StoreAsync("/edit/check-ins?objective=O4&id=O4-KR4", $"row{count}", []);

        Assert.Equal(before, (decimal)(await app.Reader().ReviewedAsync("objectives", "id", "O4"))["score"]!);
        Assert.Contains("taken back on 2026-08-15", page, StringComparison.Ordinal);
        Assert.Contains("no longer counts", page, StringComparison.Ordinal);
        Assert.Equal(count + 1, (await app.Reader().GetJsonAsync(Requests.ResponseTime)).AsArray().Count);
        await visitor.StoreAsync("/objectives/O4", "kr-O4-KR4", new() { ["date"] = "2026-08-15", ["value"] = "5" });
        Assert.NotEqual(before, (decimal)(await app.Reader().ReviewedAsync("objectives", "id", "O4"))["score"]!);
        await visitor.StoreAsync("/edit/check-ins?objective=O4&id=O4-KR4", $"row{count + 2}", []);
        using var restarted = ScorecardApp.On(app.File);
        Assert.Equal(before, (decimal)(await restarted.Reader().ReviewedAsync("objectives", "id", "O4"))["score"]!);
    }

    [Fact]
    public async Task A_check_in_that_is_taken_back_no_longer_counts_also_when_a_late_one_was_entered_after_it()
    {
        var late = new { date = "2026-08-14", value = 4 };
        using var without = new ScorecardApp();
        await without.Writer().PostAsync(Requests.ResponseTime, late);
        var expected = (decimal)(await without.Reader().ReviewedAsync("objectives", "id", "O4"))["score"]!;

        var visitor = await Visitor.SignedInAsync(app);
        await visitor.StoreAsync("/objectives/O4", "kr-O4-KR4", new() { ["date"] = "2026-08-15", ["value"] = "1" });
        var count = (await app.Reader().GetJsonAsync(Requests.ResponseTime)).AsArray().Count;
        await app.Writer().PostAsync(Requests.ResponseTime, late);
        await visitor.StoreAsync("/edit/check-ins?objective=O4&id=O4-KR4", $"row{count}", []);

        Assert.Equal(expected, (decimal)(await app.Reader().ReviewedAsync("objectives", "id", "O4"))["score"]!);
    }

    [Theory]
    [InlineData("/edit/kpi?id=nowhere")]
    [InlineData("/edit/objective?id=nowhere")]
    [InlineData("/edit/key-result?objective=nowhere")]
    [InlineData("/edit/key-result?objective=O4&id=nowhere")]
    [InlineData("/edit/initiative")]
    [InlineData("/edit/plan?kpi=nowhere")]
    [InlineData("/edit/measurements")]
    [InlineData("/edit/check-ins?objective=O4&id=")]
    [InlineData("/brief?kpi=nowhere")]
    public async Task There_is_no_form_about_what_is_not_defined(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Reader().GetAsync(path)).StatusCode);

    private async Task<JsonNode?> DefinedAsync(string list, string id) =>
        (await app.Reader().GetJsonAsync("/api/definition"))[list]!.AsArray().SingleOrDefault(each => (string?)each!["id"] == id);

    private async Task<string> GoalAsync() =>
        (await DefinedAsync("objectives", "O4"))!["keyResults"]!.AsArray().Single(each => (string?)each!["id"] == "O4-KR5")!["goal"]!.ToJsonString();

    private async Task<string> OrganisationAsync() => (await app.Reader().GetJsonAsync("/api/definition"))["organisation"]?.ToJsonString() ?? "";
}
