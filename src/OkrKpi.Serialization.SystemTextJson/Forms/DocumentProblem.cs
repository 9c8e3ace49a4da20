namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Something in a document that does not fit: where, and what is allowed there.</summary>
public sealed class DocumentProblem
{
    internal DocumentProblem(string path, long line, long column, string text)
    {
        Path = path;
        Line = line;
        Column = column;
        Text = text;
    }

    /// <summary>The JSON path of the element, such as <c>$.kpis[0].unit.kind</c>.</summary>
    public string Path { get; }

    /// <summary>The line the element stands on; the first is 1.</summary>
    public long Line { get; }

    /// <summary>The byte of the line the element begins at; the first is 1.</summary>
    public long Column { get; }

    /// <summary>One sentence that says what is wrong and what is allowed.</summary>
    public string Text { get; }

    /// <summary>Path, line and sentence, on one line.</summary>
    /// <returns>Such as <c>$.kpis[0].unit.kind, line 4: 'furlong' is not known; allowed are count, money.</c></returns>
    public override string ToString() => FormattableString.Invariant($"{Path}, line {Line}: {Text}");
}
