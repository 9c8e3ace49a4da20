namespace OkrKpi.Charts;

/// <summary>The room something takes in a picture.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    internal bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    internal bool IsIn(Box other) => Left >= other.Left && Right <= other.Right && Top >= other.Top && Bottom <= other.Bottom;

    /// <summary>The room of a text whose baseline begins at a point.</summary>
    internal static Box OfText(double x, double baseline, double width, double size) =>
        new(x, baseline - (size * 0.95), x + width, baseline + (size * 0.25));
}
