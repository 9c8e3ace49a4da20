using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OkrKpi;

namespace WebScorecard.Store;

/// <summary>What a team noted in the talk about a KPI that needs an OKR; it stands beside the library's document in the definition.</summary>
/// <param name="Kpi">The KPI.</param>
/// <param name="Questions">Answers to the library's questions, and questions of the team's own.</param>
/// <param name="Areas">What one could improve, with the votes.</param>
/// <param name="Chosen">The area that was chosen.</param>
public sealed record BriefNotes(
    string Kpi, IReadOnlyList<BriefNotes.Question> Questions, IReadOnlyList<BriefNotes.Area> Areas, string? Chosen = null)
{
    private const string Member = "briefs";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Nothing noted yet.</summary>
    public static BriefNotes About(string kpi) => new(kpi, [], []);

    /// <summary>The library's brief with what was noted.</summary>
    /// <exception cref="ArgumentException">A note makes no sense.</exception>
    public Brief On(Brief brief)
    {
        foreach (var question in Questions)
        {
            brief = question.Text is { } text ? brief.Asking(question.Code, text) : brief;
            brief = question.Answer is { } answer && brief.Questions.Any(each => each.Code == question.Code) ? brief.Answering(question.Code, answer) : brief;
        }

        brief = Areas.Aggregate(brief, (brief, area) => brief.With(area.ToFocusArea()));
        return Chosen is null ? brief : brief.Choosing(Chosen);
    }

    /// <summary>The notes with an answer, or with a question of the team's own.</summary>
    public BriefNotes With(Question question) => this with
    {
        Questions = [.. Questions.Where(each => each.Code != question.Code), question with { Text = question.Text ?? Questions.FirstOrDefault(each => each.Code == question.Code)?.Text }],
    };

    /// <summary>The notes with a vote; a second one of the same person takes the place of the first.</summary>
    public BriefNotes With(string area, Mark mark) => this with
    {
        Areas =
        [
            .. Areas.Select(each => each.Name == area
                ? each with { Votes = [.. each.Votes.Where(vote => vote.By != mark.By), mark] }
                : each)
        ],
    };

    /// <summary>Takes the notes out of a document, so that it is one of the library again.</summary>
    public static IReadOnlyList<BriefNotes> Take(JsonObject document)
    {
        var notes = document[Member].Deserialize<BriefNotes[]>(Options) ?? [];
        document.Remove(Member);
        return notes;
    }

    /// <summary>Takes the notes out of a document that somebody sent; what is no object is left to the library to refuse.</summary>
    public static string Split(string document, out IReadOnlyList<BriefNotes> notes)
    {
        notes = [];
        JsonObject? sent = null;
        try
        {
            sent = JsonNode.Parse(document) as JsonObject;
        }
        catch (JsonException)
        {
            return document;
        }

        if (sent?.ContainsKey(Member) is not true)
        {
            return document;
        }

        notes = Take(sent);
        foreach (var area in notes.SelectMany(each => each.Areas))
        {
            area.ToFocusArea();
        }

        return sent.ToJsonString();
    }

    /// <summary>Puts notes beside what the library wrote.</summary>
    public static void Put(IReadOnlyList<BriefNotes> notes, JsonObject document)
    {
        if (notes.Count > 0)
        {
            document[Member] = JsonSerializer.SerializeToNode(notes, Options);
        }
    }

    public sealed record Question(string Code, string? Text = null, string? Answer = null);

    public sealed record Area(string Name, IReadOnlyList<string> Tactics, IReadOnlyList<Mark> Votes)
    {
        public FocusArea ToFocusArea() => Votes.Aggregate(
            Tactics.Aggregate(FocusArea.Define(Name), (area, tactic) => area.Trying(tactic)), (area, mark) => area.Voted(mark.ToVote()));
    }

    public sealed record Mark(string By, decimal Impact, decimal Confidence, decimal Ease)
    {
        public Vote ToVote() => Vote.Of(Impact, Confidence, Ease).By(By);
    }
}
