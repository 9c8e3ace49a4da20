using System.Net;
using System.Text.Json.Nodes;
using Cluster.Tables;
using Cluster.Tenants;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OkrKpi;
using OkrKpi.Serialization.SystemTextJson;

namespace Cluster.Tests;

public sealed class TenantTests(ClusterApp app) : IClassFixture<ClusterApp>
{
    [Fact]
    public async Task An_organisation_is_founded_once_and_begins_as_it_was_sent()
    {
        using var tenant = await app.FoundedAsync("founded");
        using var client = app.With(ClusterApp.OperatorKey);

        using var again = await client.PutAsync("/organisations/founded?industry=software", new StringContent(ClusterApp.CompanyA));
        using var elsewhere = await client.PutAsync("/organisations/founded?industry=retail", new StringContent(ClusterApp.CompanyA));
        using var other = await client.PutAsync("/organisations/founded?industry=software", new StringContent(PortfolioJson.Write(Portfolio.Of([], [], []))));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, elsewhere.StatusCode);
        Assert.Contains("founded before", await elsewhere.Content.ReadAsStringAsync());
        Assert.Equal(PortfolioJson.Write(PortfolioJson.Read(ClusterApp.CompanyA)), await tenant.GetStringAsync("portfolio"));
    }

    [Fact]
    public async Task A_review_a_need_and_a_timeline_are_what_the_library_says()
    {
        using var tenant = await app.FoundedAsync("reader");
        var review = PortfolioJson.Read(ClusterApp.CompanyA).Review(new(2026, 8, 15));

        Assert.Equal(
            PortfolioJson.Write(review, PortfolioJsonOptions.Default.With(DocumentLayout.Compact)), await tenant.GetStringAsync("review?asOf=2026-08-15"));
        var need = JsonNode.Parse(await tenant.GetStringAsync("kpis/meetings/need?asOf=2026-08-15"))!;
        Assert.Equal("covered", (string?)need["state"]);
        var timeline = JsonNode.Parse(await tenant.GetStringAsync("kpis/meetings/timeline?from=2026-01-01&through=2026-08-15"))!.AsArray();
        Assert.Equal("covered", (string?)timeline[^1]!["state"]);
        using var backwards = await tenant.GetAsync("kpis/meetings/timeline?from=2026-08-15&through=2026-01-01");
        Assert.Equal(HttpStatusCode.BadRequest, backwards.StatusCode);
        using var endless = await tenant.GetAsync("kpis/meetings/timeline?from=0001-01-01&through=9999-12-31");
        Assert.Equal(HttpStatusCode.BadRequest, endless.StatusCode);
    }

    [Fact]
    public async Task A_check_in_that_is_sent_again_and_by_many_at_once_is_added_once()
    {
        using var tenant = await app.FoundedAsync("repeated");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CheckInAsync(tenant, 2.5m, "the same")));
        var otherwise = await CheckInAsync(tenant, 2.6m, "the same");
        var withoutKeys = await Task.WhenAll(CheckInAsync(tenant, 2.7m), CheckInAsync(tenant, 2.7m));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Created], answers.Distinct().Order());
        Assert.Single(answers, HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.Conflict, otherwise);
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created], withoutKeys);
        Assert.Equal([2.5m, 2.7m, 2.7m], (await CheckInsAsync(tenant))[^3..]);
    }

    [Fact]
    public async Task What_the_library_finds_no_sense_in_is_refused_and_leaves_nothing_behind()
    {
        using var tenant = await app.FoundedAsync("refused");
        var before = await tenant.GetStringAsync("portfolio");

        using var noDate = await tenant.PostAsync(
            "check-ins", new StringContent("""{"objective":"O4","keyResult":"O4-KR4","date":"2026-02-30","value":1}"""));
        using var sure = await tenant.PostAsync(
            "check-ins", new StringContent("""{"objective":"O4","keyResult":"O4-KR4","date":"2026-02-01","value":1,"confidence":7}"""));
        using var nothing = await tenant.PostAsync("check-ins", new StringContent(""));
        using var twice = await tenant.PostAsync("measurements", new StringContent("""{"kpi":"meetings","date":"2026-08-01","value":1,"key":"a"}"""));
        using var again = await tenant.PostAsync("measurements", new StringContent("""{"kpi":"meetings","date":"2026-08-02","value":2,"key":"a"}"""));

        Assert.Equal(HttpStatusCode.BadRequest, noDate.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, sure.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.Created, twice.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        var after = PortfolioJson.Read(before).Measured("meetings", Measurement.On(new(2026, 8, 1), 1).Keyed("a"));
        Assert.Equal(PortfolioJson.Write(after), await tenant.GetStringAsync("portfolio"));
    }

    [Fact]
    public async Task Nothing_of_another_organisation_is_found_in_any_endpoint()
    {
        using var own = await app.FoundedAsync("own");
        using var others = await app.FoundedAsync("others");
        using var nobody = app.CreateClient();
        using var stranger = app.With("another key");
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.NotEmpty(endpoints);

        foreach (var endpoint in endpoints)
        {
            var path = endpoint.RoutePattern.RawText!.Replace("{kpi}", "meetings", StringComparison.Ordinal);
            path = System.Text.RegularExpressions.Regex.Replace(path, @"\{org.*?\}(?=/|$)", "others") + "?from=2026-01-01&through=2026-08-15&industry=x";
            var method = new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]);
            var isForOperators = path.StartsWith("/report", StringComparison.Ordinal) || method == HttpMethod.Put;
            var expected = isForOperators ? HttpStatusCode.Unauthorized : HttpStatusCode.NotFound;

            Assert.Equal((path, expected), (path, await StatusAsync(own, method, path)));
            Assert.Equal((path, expected), (path, await StatusAsync(stranger, method, path)));
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, await StatusAsync(nobody, method, path)));
        }

        // Ids that only the other has.
        using var added = await others.PostAsync("measurements", new StringContent("""{"kpi":"nowhere","date":"2026-08-01","value":1}"""));
        Assert.Equal(HttpStatusCode.NotFound, added.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(own, HttpMethod.Get, "kpis/nowhere/need"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(own, HttpMethod.Get, "kpis/nowhere/timeline?from=2026-01-01&through=2026-08-15"));
        using var checkedIn = await own.PostAsync("check-ins", new StringContent("""{"objective":"O4","keyResult":"none","date":"2026-08-01","value":1}"""));
        Assert.Equal(HttpStatusCode.NotFound, checkedIn.StatusCode);
    }

    [Fact]
    public async Task What_was_added_is_there_after_a_start_with_and_without_a_snapshot()
    {
        var first = new ClusterApp();
        using var tenant = await first.FoundedAsync("kept");
        for (var number = 1; number <= 70; number++)
        {
            await CheckInAsync(tenant, number, $"key {number}");
        }

        var portfolio = await tenant.GetStringAsync("portfolio");
        Assert.Equal(64, (await first.Services.GetRequiredService<TenantStore>().SnapshotAsync("kept"))?.Number);
        await first.DisposeAsync();

        await using var second = first.Again();
        using var again = second.With(tenant.DefaultRequestHeaders.Authorization!.Parameter!);
        again.BaseAddress = tenant.BaseAddress;
        Assert.Equal(portfolio, await again.GetStringAsync("portfolio"));
        Assert.Equal(HttpStatusCode.OK, await CheckInAsync(again, 70, "key 70"));
        Assert.Equal(HttpStatusCode.Created, await CheckInAsync(again, 71, "key 71"));
    }

    [Fact]
    public async Task An_entry_that_another_activation_added_is_read_before_the_next_one()
    {
        using var tenant = await app.FoundedAsync("two");
        await CheckInAsync(tenant, 1);
        var line = """{"objective":"O4","keyResult":"O4-KR4","date":"2026-08-15","value":2}""";
        Assert.True(await app.Services.GetRequiredService<TenantStore>().AddAsync("two", 3, Entry.Read(EntryKind.CheckIn, "elsewhere", line)));

        Assert.Equal(HttpStatusCode.Created, await CheckInAsync(tenant, 3));
        Assert.Equal(HttpStatusCode.OK, await CheckInAsync(tenant, 2, "elsewhere"));

        Assert.Equal([1m, 2m, 3m], (await CheckInsAsync(tenant))[^3..]);
    }

    [Fact]
    public async Task Each_week_is_reviewed_once_and_what_changed_leads_to_what_is_said()
    {
        using var tenant = await app.FoundedAsync("weekly");
        var organisation = app.Services.GetRequiredService<IGrainFactory>().GetGrain<IOrganisationGrain>("weekly");
        DateOnly[] sundays = [new(2026, 8, 2), new(2026, 8, 9), new(2026, 8, 16)];

        foreach (var sunday in sundays)
        {
            Assert.True(await organisation.ReviewWeekAsync(sunday));
            Assert.False(await organisation.ReviewWeekAsync(sunday));
            await CheckInAsync(tenant, 2.5m);
        }

        Assert.False(await organisation.ReviewWeekAsync(sundays[0]));
        var weeks = Json.Read<IReadOnlyList<ReviewedWeek>>(await tenant.GetStringAsync("changes"));
        Assert.Equal(sundays, weeks.Select(week => week.AsOf));
        Assert.All(weeks.Skip(1), week => Assert.InRange(week.Changes.Count, 1, weeks[0].Changes.Count - 1));
        var told = weeks.Aggregate(Standing.None, (standing, week) => standing.After(week.Changes));
        var review = PortfolioJson.Read(await tenant.GetStringAsync("portfolio")).Review(new(2026, 8, 16));
        Assert.Equal(Standing.Of(review).States.Count, told.States.Count);
    }

    [Fact]
    public async Task A_part_reviews_those_of_its_organisations_that_have_no_review_yet()
    {
        using var tenant = await app.FoundedAsync("part");
        var part = app.Services.GetRequiredService<IGrainFactory>().GetGrain<IPartGrain>(PartGrain.PartOf("part"));

        Assert.InRange(await part.ReviewWeeksAsync(new(2026, 8, 16)), 1, 100);
        Assert.Equal(0, await part.ReviewWeeksAsync(new(2026, 8, 16)));
        Assert.NotEqual("[]", await tenant.GetStringAsync("changes"));
    }

    [Fact]
    public async Task An_organisation_that_cannot_be_read_holds_up_no_review_of_another()
    {
        await using var own = new ClusterApp();
        var store = own.Services.GetRequiredService<TenantStore>();
        var part = PartGrain.PartOf("broken");
        string[] others = [.. Enumerable.Range(0, 10_000).Select(index => $"other-{index}").Where(org => PartGrain.PartOf(org) == part).Take(17)];
        foreach (var org in others.Prepend("broken"))
        {
            var founding = Entry.Read(EntryKind.Founding, Entry.FoundingKey, PortfolioJson.Write(Portfolio.Of([], [], [])));
            await store.AddOrganisationAsync(org, part, "software");
            await store.AddAsync(org, 1, org == "broken" ? founding with { Payload = "{" } : founding);
        }

        await Assert.ThrowsAnyAsync<Exception>(
            () => own.Services.GetRequiredService<IGrainFactory>().GetGrain<IPartGrain>(part).ReviewWeeksAsync(new(2026, 8, 16)));

        Assert.Equal(["broken"], await store.UnreviewedAsync(part, new(2026, 8, 16)));
    }

    [Theory]
    [InlineData("GET", "/organisations/asked/review?asOf=15/08/2026", "15/08/2026")]
    [InlineData("GET", "/organisations/asked/kpis/meetings/timeline?through=2026-08-15", "from")]
    [InlineData("PUT", "/organisations/asked", "industry")]
    public async Task A_question_that_is_not_understood_is_answered_with_what_is_wrong_in_it(string method, string path, string wrong)
    {
        using var client = app.With(ClusterApp.OperatorKey);
        using var request = new HttpRequestMessage(new(method), path) { Content = method == "GET" ? null : new StringContent("{}") };

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(wrong, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]);
    }

    [Fact]
    public async Task The_report_counts_the_needs_of_all_organisations_by_industry()
    {
        using var one = await app.FoundedAsync("shop-1", "report-retail");
        using var two = await app.FoundedAsync("shop-2", "report-retail");
        using var three = await app.FoundedAsync("farm", "report-food");
        var needs = PortfolioJson.Read(ClusterApp.CompanyA).Review(new(2026, 8, 15)).Needs;
        var needed = needs.Count(need => need.State == OkrNeedState.Needed);
        using var client = app.With(ClusterApp.OperatorKey);

        var report = Json.Read<IReadOnlyList<IndustryCount>>(await client.GetStringAsync("/report?asOf=2026-08-15"));

        Assert.Equal(
            [new("report-food", 1, needs.Count, needed), new("report-retail", 2, 2 * needs.Count, 2 * needed)],
            report.Where(count => count.Industry.StartsWith("report-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2026-11-28", "2026-11-22")]
    [InlineData("2026-11-29", "2026-11-22")]
    [InlineData("2026-11-30", "2026-11-29")]
    public void The_review_is_of_the_last_Sunday_that_is_over(string today, string sunday) =>
        Assert.Equal(DateOnly.Parse(sunday, null), ReviewDates.LastSunday(DateOnly.Parse(today, null)));

    private static async Task<HttpStatusCode> CheckInAsync(HttpClient tenant, decimal value, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "check-ins")
        {
            Content = new StringContent(FormattableString.Invariant($$"""{"objective":"O4","keyResult":"O4-KR4","date":"2026-08-15","value":{{value}}}""")),
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await tenant.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<decimal?[]> CheckInsAsync(HttpClient tenant) =>
    [
        .. PortfolioJson.Read(await tenant.GetStringAsync("portfolio"))
            .Objective("O4").KeyResults.Single(each => each.Id.Value == "O4-KR4").CheckIns.Select(checkIn => checkIn.Value),
    ];

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path) { Content = method == HttpMethod.Get ? null : new StringContent("{}") };
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
