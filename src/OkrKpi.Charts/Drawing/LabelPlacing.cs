namespace OkrKpi.Charts;

/// <summary>Finds room for labels: none lies over another, and where possible none over a mark.</summary>
internal sealed class LabelPlacing
{
    private readonly List<Box> labels = [];
    private readonly List<Box> marks = [];
    private readonly Box room;

    internal LabelPlacing(Box room) => this.room = room;

    internal void Avoid(Box mark) => marks.Add(mark);

    /// <summary>Takes a place for good, wherever it is.</summary>
    internal void Take(Box label) => labels.Add(label);

    /// <summary>The first of the places, given by the middle of the text and its baseline, at which the text lies free.</summary>
    internal (double X, double Y)? Place(double width, ReadOnlySpan<(double X, double Y)> places)
    {
        foreach (var isStrict in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var (x, y) in places)
            {
                var left = Math.Clamp(x - (width / 2), room.Left, Math.Max(room.Left, room.Right - width));
                var box = Box.OfText(left, y, width, TextWidth.Normal);
                if (box.IsIn(room) && !labels.Exists(box.Overlaps) && !(isStrict && marks.Exists(box.Overlaps)))
                {
                    labels.Add(box);
                    return (left, y);
                }
            }
        }

        return null;
    }
}
