namespace OkrKpi.Tests;

/// <summary>What stands in an explanation and anywhere below it.</summary>
internal static class ExplanationTree
{
    /// <summary>The explanation and all it rests on, from the top down.</summary>
    internal static IEnumerable<Explanation> Whole(this Explanation explanation) =>
        explanation.Because.SelectMany(Whole).Prepend(explanation);

    /// <summary>The keys of the explanation and of all it rests on.</summary>
    internal static IEnumerable<string> Keys(this Explanation explanation) => explanation.Whole().Select(each => each.Key);

    /// <summary>The value of a fact of the explanation itself.</summary>
    internal static object? Fact(this Explanation explanation, string name) => explanation.Facts.Single(fact => fact.Name == name).Value;
}
