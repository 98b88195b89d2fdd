using NodaTime;

namespace GdprKit.Notices;

/// <summary>What the state of a notice remembers of a version.</summary>
/// <param name="Version">The version.</param>
/// <param name="TellsOf">The material version of which people are told.</param>
/// <param name="EffectiveFrom">From when it holds.</param>
internal sealed record NoticeLine(Digest Version, Digest TellsOf, Instant EffectiveFrom);
