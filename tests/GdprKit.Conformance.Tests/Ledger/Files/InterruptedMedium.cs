namespace GdprKit.Conformance.Files;

/// <summary>A medium that breaks after a number of steps, in the middle of what it writes then; from then on nothing is written any more.</summary>
internal sealed class InterruptedMedium(int steps) : Medium
{
    private int _left = steps;

    public override void Write(string path, long kept, byte[] bytes) => Step(() => base.Write(path, kept, bytes), () => base.Write(path, kept, bytes[..(bytes.Length / 2)]));

    public override void Move(string from, string to) => Step(() => base.Move(from, to));

    public override void Delete(string path) => Step(() => base.Delete(path));

    private void Step(Action whole, Action? half = null)
    {
        if (_left-- > 0)
        {
            whole();
            return;
        }

        if (_left == -1)
        {
            half?.Invoke();
        }

        throw new IOException("Interrupted on purpose.");
    }
}
