using GdprKit.Ledger;
using Microsoft.Win32.SafeHandles;

namespace GdprKit.Conformance.Mirror;

/// <summary>A disk that breaks after a number of steps, in the middle of what is written then; from then on nothing is done any more.</summary>
internal sealed class BreakingMedium(int steps) : MirrorMedium
{
    private int _left = steps;

    public override void CreateFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            Step();
        }

        base.CreateFolder(path);
    }

    public override FileStream Open(string path, FileMode mode, FileShare share = FileShare.ReadWrite | FileShare.Delete)
    {
        Step();
        return base.Open(path, mode, share);
    }

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        if (_left == 0)
        {
            base.Write(file, bytes[..(bytes.Length / 2)], offset);
        }

        Step();
        base.Write(file, bytes, offset);
    }

    public override void Cut(SafeFileHandle file, long length)
    {
        Step();
        base.Cut(file, length);
    }

    public override void Flush(SafeFileHandle file)
    {
        Step();
        base.Flush(file);
    }

    public override void FlushFolder(string path)
    {
        Step();
        base.FlushFolder(path);
    }

    public override void Move(string from, string to)
    {
        Step();
        base.Move(from, to);
    }

    public override void Delete(string path)
    {
        Step();
        base.Delete(path);
    }

    private void Step()
    {
        if (_left-- <= 0)
        {
            throw new IOException("Interrupted on purpose.");
        }
    }
}
