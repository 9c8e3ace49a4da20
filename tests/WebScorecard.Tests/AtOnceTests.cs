using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace WebScorecard.Tests;

/// <summary>Two people who write at once. Each test has a database of its own.</summary>
public sealed class AtOnceTests : IDisposable
{
    private const string CheckIns = "/api/objectives/O4/key-results/new/check-ins";
    private const string Churn = "/brief?kpi=K31-churn";
    private readonly ScorecardApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_check_in_while_the_goal_is_given_parts_is_there_first_or_refused_and_the_scorecard_stands()
    {
        var meeting = new Meeting();
        await using var pausing = app.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(meeting)));
        foreach (var isGoalFirst in new[] { true, false })
        {
            var client = pausing.CreateClient();
            client.DefaultRequestHeaders.Authorization = new("Bearer", ScorecardApp.Key);
            var definition = await client.GetJsonAsync("/api/definition");
            var results = definition["objectives"]!.AsArray().Single(each => (string?)each!["id"] == "O4")!["keyResults"]!.AsArray();
            var id = isGoalFirst ? "one" : "two";
            results.Add(JsonNode.Parse($$$"""{"id":"{{{id}}}","name":"A result","unit":{"kind":"percent"},"goal":{"kind":"yesNo"}}"""));
            Assert.Equal(HttpStatusCode.Created, await RedefineAsync());

            results[^1]!["goal"] = JsonNode.Parse(
                """{"kind":"allOf","parts":[{"name":"a","goal":{"kind":"yesNo"}},{"name":"b","goal":{"kind":"yesNo"}}]}""");
            Task<HttpStatusCode>? other = null;
            meeting.Met = () =>
            {
                other = Task.Run(() => isGoalFirst ? CheckInAsync() : RedefineAsync());
                other.Wait(TimeSpan.FromSeconds(1));
            };
            var first = await (isGoalFirst ? RedefineAsync() : CheckInAsync());

            Assert.Equal((HttpStatusCode.Created, HttpStatusCode.BadRequest), (first, await other!));
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/portfolio")).StatusCode);

            async Task<HttpStatusCode> RedefineAsync() =>
                (await client.SendAsync(HttpMethod.Put, "/api/definition", Requests.Json(definition.ToJsonString()))).StatusCode;

            async Task<HttpStatusCode> CheckInAsync() =>
                (await client.PostAsync(CheckIns.Replace("new", id, StringComparison.Ordinal), new { date = "2026-08-15", value = 1 })).StatusCode;
        }
    }

    [Fact]
    public async Task Who_defines_an_objective_while_somebody_else_does_saves_it_the_second_time()
    {
        var (one, other) = (await Visitor.SignedInAsync(app), await Visitor.SignedInAsync(app));
        var (action, fields) = Filling.Read(await one.Client.GetStringAsync("/edit/objective"), "edit");
        await other.StoreAsync("/edit/objective", "edit", new() { ["title"] = "Theirs" });

        fields.RemoveAll(field => field.Key == "title");
        var refused = await one.Client.PostAsync(action, new FormUrlEncodedContent([.. fields, new("title", "Ours")]));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        (action, fields) = Filling.Read(await refused.Content.ReadAsStringAsync(), "edit");
        Assert.Equal(HttpStatusCode.SeeOther, (await one.Client.PostAsync(action, new FormUrlEncodedContent(fields))).StatusCode);

        var titles = (await app.Reader().GetJsonAsync("/api/definition"))["objectives"]!.AsArray().Select(each => (string?)each!["title"]).TakeLast(2);
        Assert.Equal(["Theirs", "Ours"], titles);
    }

    [Fact]
    public async Task Who_answers_one_question_leaves_what_somebody_else_answered_meanwhile()
    {
        var visitor = await Visitor.SignedInAsync(app);
        foreach (var text in new[] { "Why?", "Since when?" })
        {
            await visitor.StoreAsync(Churn, "question", new() { ["text"] = text });
        }

        var (action, fields) = Filling.Read(await visitor.Client.GetStringAsync(Churn), "answers");
        await visitor.StoreAsync(Churn, "answers", new() { ["answer-own-1"] = "nobody calls them" });
        fields.RemoveAll(field => field.Key == "answer-own-2");
        await visitor.Client.PostAsync(action, new FormUrlEncodedContent([.. fields, new("answer-own-2", "since May")]));

        var page = await visitor.Client.GetStringAsync(Churn);
        Assert.Contains("value=\"nobody calls them\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"since May\"", page, StringComparison.Ordinal);
    }

    // A clock at which one writer, who has looked and is about to write, meets another.
    private sealed class Meeting : TimeProvider
    {
        private Action? met;

        public Action? Met
        {
            set => met = value;
        }

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Exchange(ref met, null)?.Invoke();
            return base.GetUtcNow();
        }
    }
}
