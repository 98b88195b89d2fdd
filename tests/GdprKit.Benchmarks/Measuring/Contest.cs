namespace GdprKit.Benchmarks.Measuring;

/// <summary>The same question, put by GdprKit and by hand. Both must give the same answer, or the measurement is worth nothing.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Asked">The least ratio of speeds: by hand takes so much of the time that GdprKit takes.</param>
/// <param name="GdprKit">Asks through GdprKit.</param>
/// <param name="ByHand">Asks as an expert would write it.</param>
internal sealed record Contest(string Name, double Asked, Func<CancellationToken, Task<string>> GdprKit, Func<CancellationToken, Task<string>> ByHand);
