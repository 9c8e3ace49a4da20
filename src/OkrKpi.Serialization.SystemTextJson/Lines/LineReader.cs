using System.Buffers;
using System.Globalization;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Splits a stream into lines and reads each; holds no more than the longest line.</summary>
internal sealed class LineReader<T>(JsonForm<T> form, BadLines policy) : IDisposable
    where T : class
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int start;
    private int end;
    private long line;
    private bool isPassingOver;

    /// <summary>Where the next bytes of the stream go.</summary>
    internal Memory<byte> Space()
    {
        bytes.AsSpan(start, end - start).CopyTo(bytes);
        (start, end) = (0, end - start);
        if (end == bytes.Length)
        {
            var longer = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
            bytes.CopyTo(longer, 0);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = longer;
        }

        return bytes.AsMemory(end);
    }

    internal void Take(int count) => end += count;

    /// <summary>The next value; null when more bytes are needed, or at the end of the stream.</summary>
    internal T? Next(bool isEnd)
    {
        while (start < end)
        {
            var rest = bytes.AsSpan(start, end - start);
            var length = rest.IndexOf((byte)'\n');
            if (length < 0 && !isEnd)
            {
                if (!isPassingOver && rest.Length > JsonLines.MaximumLineBytes)
                {
                    TooLong();
                    isPassingOver = true;
                }

                start = isPassingOver ? end : start;

                return null;
            }

            var text = length < 0 ? rest : rest[..length];
            start += Math.Min(text.Length + 1, rest.Length);
            line++;
            if (isPassingOver)
            {
                isPassingOver = false;
            }
            else if (text.Length > JsonLines.MaximumLineBytes)
            {
                line--;
                TooLong();
                line++;
            }
            else if (Read(text) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        (start, end) = (0, 0);
    }

    private void TooLong() => policy.Take(
        new("$", line + 1, 1, string.Create(CultureInfo.InvariantCulture, $"the line is longer than {JsonLines.MaximumLineBytes} bytes, which is the most.")),
        null);

    private T? Read(ReadOnlySpan<byte> text)
    {
        if (line == 1 && text.StartsWith("\uFEFF"u8))
        {
            text = text[3..];
        }

        if (text.Trim(" \t\r"u8).IsEmpty)
        {
            return null;
        }

        var value = JsonDocumentReader.TryReadFirst(text, form, PortfolioJsonOptions.Default, out var problem, out var inner);
        if (problem is not null)
        {
            policy.Take(new(problem.Path, line, problem.Column, problem.Text), inner);
        }

        return value;
    }
}
