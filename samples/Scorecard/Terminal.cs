using Spectre.Console;

namespace Scorecard;

/// <summary>The console the report is written to.</summary>
internal static class Terminal
{
    private const int Width = 100;

    /// <summary>As wide as the terminal; in a file or a pipe 100 columns, without colours and without blanks at the end of a line.</summary>
    public static IAnsiConsole Open()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(new Trimmed(Console.Out)),
        });
        console.Profile.Width = Width;
        return console;
    }
}
