namespace GdprKit.Samples.Crm.Generation;

/// <summary>
/// Numbers that look as if drawn by chance, the same after the same seed on every machine and in every version of .NET (SplitMix64).
/// For trying speed; no secret may come from it.
/// </summary>
internal struct SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A source of its own for one thing among many: what it draws depends on nothing that was drawn before.</summary>
    public static SeededRandom For(ulong seed, long number)
    {
        var source = new SeededRandom(seed ^ ((ulong)number * 0xD1342543DE82EF95));
        return new SeededRandom(source.Next());
    }

    /// <summary>0 or more, less than the bound.</summary>
    public int Below(int bound) => (int)((Next() >> 32) * (ulong)bound >> 32);

    /// <summary>0 or more, less than 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool OneIn(int times) => Below(times) == 0;

    public T OneOf<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
