namespace GdprKit.Crash;

/// <summary>Ends this process when the one that started it is gone: nobody else would kill it, and it writes without end.</summary>
internal static class Orphan
{
    /// <summary>Begins to watch: who started it holds the other end of its input, and says nothing.</summary>
    public static void EndWithParent() => new Thread(() =>
    {
        while (Console.In.Read() >= 0)
        {
            // Nothing is expected.
        }

        Environment.Exit(3);
    })
    {
        IsBackground = true,
    }.Start();
}
