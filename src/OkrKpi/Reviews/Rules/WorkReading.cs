namespace OkrKpi;

/// <summary>
/// Whether a title speaks of work to do or of a thing to make ("Launch 3 features"), and not of something that becomes different ("Launch attendance"), by the
/// words of one language and their part in the sentence. Where a word can be both, the words after it decide, and where they do not, it is no work.
/// </summary>
internal sealed class WorkReading
{
    private static readonly WorkReading[] Languages = [.. FindingWords.Languages.Select(language => new WorkReading(language))];

    private readonly HashSet<string> leads;
    private readonly HashSet<string> work;
    private readonly HashSet<string> both;
    private readonly HashSet<string> things;
    private readonly HashSet<string> done;
    private readonly HashSet<string> deeds;
    private readonly HashSet<string> starts;
    private readonly HashSet<string> joins;
    private readonly HashSet<string> measures;
    private readonly HashSet<string> states;
    private readonly HashSet<string> by;

    private WorkReading(string language)
    {
        leads = FindingWords.Of(language, "leads");
        work = FindingWords.Of(language, "work");
        work.UnionWith(work.Where(words => words.Contains(' ', StringComparison.Ordinal)).Select(words => string.Join(' ', PlainWords.Of(words))).ToArray());
        both = FindingWords.Of(language, "work or thing");
        things = FindingWords.Of(language, "no work");
        done = FindingWords.Of(language, "work done");
        deeds = FindingWords.Of(language, "deeds");
        starts = FindingWords.Of(language, "starts of an object");
        joins = FindingWords.Of(language, "joins");
        measures = FindingWords.Of(language, "measures");
        states = FindingWords.Of(language, "states");
        by = FindingWords.Of(language, "by");
    }

    /// <summary>Whether a title reads like work in any language.</summary>
    /// <param name="title">The title of a key result.</param>
    /// <param name="goal">Its goal, because "3 guides written" counts, and "Guide written" is only done or not.</param>
    internal static bool IsWork(string title, Goal goal)
    {
        var words = TitleWords.Lower(title);
        return Array.Exists(Languages, language => language.Reads(words, goal));
    }

    /// <summary>Whether a title says of things that they have been done, as in "staff trained": a share of them starts at nothing.</summary>
    internal static bool IsOfThingsDone(string title)
    {
        var words = TitleWords.Lower(title);
        return Array.Exists(Languages, language => words.Index().Any(word => language.IsDone(words, word.Index)));
    }

    private bool Reads(string[] words, Goal goal)
    {
        // "Deliver 98 % of orders on time" says how much of it, so it is a result.
        if (!goal.IsDoneOrNot && Array.Exists(words, word => word.EndsWith('%')))
        {
            return false;
        }

        var first = 0;
        while (first < words.Length && TitleWords.PhraseAt(words, first, leads) is var length and > 0)
        {
            first += length;
        }

        return first < words.Length && TitleWords.PhraseAt(words, first, things) == 0 && (BeginsWithWork(words, first, goal)
            || (goal.IsDoneOrNot && SaysWhatIsDone(words, first))
            || NamesWorkAsTheWay(words, first));
    }

    private bool BeginsWithWork(string[] words, int first, Goal goal)
    {
        if (TitleWords.PhraseAt(words, first, work) > 0)
        {
            return true;
        }

        var length = Math.Max(TitleWords.PhraseAt(words, first, both), TitleWords.PhraseAt(words, first, done));
        if (length == 0 && !IsGerund(words[first]))
        {
            return false;
        }

        var next = first + Math.Max(length, 1);
        if (next == words.Length)
        {
            return false;
        }

        // "Launch the", "Hire 5", "Hiring: ..." are work; "Launch attendance", "Train passengers carried", "Testing is easy" are not.
        if (StartsAnObject(words[next]) && !(joins.Contains(words[next]) && measures.Contains(words[^1]) && !IsAllOrNothing(goal)))
        {
            return true;
        }

        return length > 0 && TitleWords.PhraseAt(words, first, both) > 0 && IsAllOrNothing(goal) && !words[next..].Index().Any(
            word => measures.Contains(word.Item) || states.Contains(word.Item) || IsDone(words, next + word.Index) || EndsAsDone(words, next + word.Index));
    }

    // "Service deployed on a production environment", "Initial research on updates", "mục hỏi đáp được xây dựng".
    private bool SaysWhatIsDone(string[] words, int first)
    {
        for (var index = first; index < Math.Min(first + 2, words.Length - 1); index++)
        {
            if (TitleWords.PhraseAt(words, index, deeds) > 0)
            {
                return true;
            }
        }

        return words.Index().Any(word => word.Index > first && IsDone(words, word.Index))
            && !Array.Exists(words, word => char.IsAsciiDigit(word[0]) || measures.Contains(word));
    }

    // "Improve onboarding by creating a guide"; with a number before it, the number is the result.
    private bool NamesWorkAsTheWay(string[] words, int first)
    {
        for (var index = first + 1; index < words.Length - 1 && !char.IsAsciiDigit(words[index][0]); index++)
        {
            var length = TitleWords.PhraseAt(words, index, by);
            if (length > 0 && index + length < words.Length
                && (IsGerund(words[index + length]) || TitleWords.PhraseAt(words, index + length, work) > 0
                    || TitleWords.PhraseAt(words, index + length, both) > 0))
            {
                return true;
            }
        }

        return false;
    }

    // A number or share of something says so with its object, "Launch 3 features"; without one it is the name of what is counted.
    private static bool IsAllOrNothing(Goal goal) => goal.Aim is null;

    private bool StartsAnObject(string word) => starts.Contains(word) || char.IsAsciiDigit(word[0]) || word == ":";

    private bool IsDone(string[] words, int index) => TitleWords.PhraseAt(words, index, done) > 0;

    // A participle of any verb at the end makes a subject of what stands before it: "passengers carried".
    private static bool EndsAsDone(string[] words, int index) =>
        index == words.Length - 1 && words[index].Length > 4 && words[index].EndsWith("ed", StringComparison.Ordinal);

    // "creating", "running", "hiring" of "create", "run", "hire"; what no language but English has, no list of another holds.
    private bool IsGerund(string word)
    {
        if (word.Length < 6 || !word.EndsWith("ing", StringComparison.Ordinal))
        {
            return false;
        }

        var stem = word[..^3];
        return IsVerb(stem) || IsVerb(stem + "e") || (stem[^1] == stem[^2] && IsVerb(stem[..^1]));

        bool IsVerb(string verb) => work.Contains(verb) || both.Contains(verb);
    }
}
