namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>The shop began to work with another register than before.</summary>
/// <param name="Register">The hash of the register.</param>
public sealed record RegisterUsed(Digest Register);
