using System.Text;

namespace Scorecard;

/// <summary>Leaves out the blanks that end a line, which nobody sees and every comparison of two files does.</summary>
internal sealed class Trimmed(TextWriter inner) : TextWriter
{
    private int blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            blanks++;
            return;
        }

        for (; blanks > 0 && value is not ('\r' or '\n'); blanks--)
        {
            inner.Write(' ');
        }

        blanks = 0;
        inner.Write(value);
    }

    public override void Flush() => inner.Flush();
}
