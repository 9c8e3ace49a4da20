using System.Buffers;

namespace OkrKpi.Serialization.SystemTextJson;

/// <summary>Bytes that grow in rented arrays.</summary>
internal sealed class PooledBuffer(int capacity = 16 * 1024) : IBufferWriter<byte>, IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(capacity);
    private int length;

    internal ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    internal ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, length);

    internal void Clear() => length = 0;

    public void Advance(int count) => length += count;

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = (long)length + Math.Max(sizeHint, 1);
        if (needed > bytes.Length)
        {
            var longer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, bytes.Length * 2L), Array.MaxLength));
            Written.CopyTo(longer);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = longer;
        }

        return bytes.AsMemory(length);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        length = 0;
    }
}
