using Spectre.Console;
using Spectre.Console.Rendering;

namespace Scorecard;

/// <summary>What a report is written on: lines that hang where they go on, headings, tables.</summary>
internal sealed class Sheet(IAnsiConsole console, Words words)
{
    // Longer lines are hard to read, however wide the terminal is; tables may be as wide as it.
    private const int Readable = 100;

    // With fewer columns a table would break its words.
    private const int FitsTables = 90;

    private static readonly Style Strong = new(decoration: Decoration.Bold);

    public Words Words => words;

    public void Heading(string text)
    {
        Blank();
        Title(text);
    }

    public void Blank() => console.WriteLine();

    public void Title(string text) => Line(text, 0, Strong);

    /// <summary>A line; where it goes on in another, that one is indented by two more.</summary>
    public void Line(string text, int indent, Style? style = null)
    {
        var (width, line) = (Math.Min(console.Profile.Width, Readable), new string(' ', indent));
        var isEmpty = true;
        foreach (var word in text.Split(' '))
        {
            if (!isEmpty && word.Length > 0 && (line + word).GetCellWidth() + 1 > width)
            {
                console.WriteLine(line, style ?? Style.Plain);
                (line, isEmpty) = (new string(' ', indent + 2), true);
            }

            (line, isEmpty) = (isEmpty ? line + word : $"{line} {word}", false);
        }

        console.WriteLine(line, style ?? Style.Plain);
    }

    /// <summary>A table; a column that begins with ">" holds numbers, to the right.</summary>
    public Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var name in columns)
        {
            var column = new TableColumn(new Text(words.Of($"column.{name.TrimStart('>')}"), Strong)) { Padding = new Padding(0, 0, 2, 0) };
            column.NoWrap = name != columns[0] && name is not ("goal" or "status");
            table.AddColumn(name[0] == '>' ? column.RightAligned() : column);
        }

        return table;
    }

    /// <summary>A table, or on a narrow screen a line a row.</summary>
    public void Write(Table table, int indent = 0)
    {
        if (console.Profile.Width >= FitsTables)
        {
            console.Write(new Padder(table, new Padding(indent, 0, 0, indent == 0 ? 0 : 1)));
            return;
        }

        string[] names = [.. table.Columns.Select(column => Said(column.Header))];
        foreach (var row in table.Rows)
        {
            var cells = row.Select(Said).Zip(names, (cell, name) => (Cell: cell, Name: name)).Where(pair => pair.Cell.Length > 0).ToArray();
            Line($"{cells[0].Cell}; {string.Join("; ", cells.Skip(1).Select(pair => $"{pair.Name}: {pair.Cell}"))}", indent + 2);
        }
    }

    private string Said(IRenderable cell) => string.Concat(cell.GetSegments(console).Select(segment => segment.Text)).ReplaceLineEndings(" ").Trim();
}
