using System.Globalization;
using System.Text;

namespace WebScorecard.Exchange;

/// <summary>A table of comma-separated values as RFC 4180 has them, also with semicolons or tabs between, as spreadsheets write them.</summary>
internal static class CsvTable
{
    // What a spreadsheet would take for a formula.
    private const string Formulas = "=+-@\t";

    /// <summary>The rows with the number of the line each begins in; empty lines are left out.</summary>
    /// <param name="text">The table.</param>
    /// <param name="notClosed">Told the line a row begins in whose quotation mark is not closed, so that it takes all the rest.</param>
    public static IEnumerable<(int Line, string[] Cells)> Read(string text, Action<int> notClosed)
    {
        var separator = Separator(text);
        var (cells, cell, line, start, isQuoted) = (new List<string>(), new StringBuilder(), 1, 1, false);
        for (var index = 0; index <= text.Length; index++)
        {
            var next = index < text.Length ? text[index] : '\n';
            line += next == '\n' ? 1 : 0;
            if (isQuoted && index < text.Length)
            {
                var isDoubled = next == '"' && index + 1 < text.Length && text[index + 1] == '"';
                isQuoted = next != '"' || isDoubled;
                index += isDoubled ? 1 : 0;
                _ = isQuoted ? cell.Append(next) : cell;
            }
            else if (next == '"' && cell.Length == 0)
            {
                isQuoted = true;
            }
            else if (next == separator || next == '\n')
            {
                cells.Add(Plain(cell.ToString().Trim()));
                cell.Clear();
                if (next == '\n')
                {
                    if (cells.Exists(each => each.Length > 0))
                    {
                        yield return (start, [.. cells]);
                    }

                    cells.Clear();
                    start = isQuoted ? start : line;
                }
            }
            else
            {
                cell.Append(next);
            }
        }

        if (isQuoted)
        {
            notClosed(start);
        }
    }

    /// <summary>A row of a table; what a spreadsheet would take for a formula is marked as text.</summary>
    public static string Row(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text)
    {
        var isFormula = text is [var first, ..] && (Formulas.Contains(first) || first == '\'') && !decimal.TryParse(text, CultureInfo.InvariantCulture, out _);
        var marked = isFormula ? "'" + text : text ?? "";
        return marked.AsSpan().IndexOfAny(",\"\r\n") < 0 ? marked : $"\"{marked.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Plain(string cell) => cell is ['\'', var first, ..] && (Formulas.Contains(first) || first == '\'') ? cell[1..] : cell;

    private static char Separator(string text)
    {
        var head = text.AsSpan(0, text.IndexOf('\n') is >= 0 and var end ? end : text.Length);
        return head.Contains('\t') ? '\t' : head.Contains(';') ? ';' : ',';
    }
}
