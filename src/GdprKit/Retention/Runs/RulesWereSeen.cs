namespace GdprKit.Retention;

/// <summary>The rules of a register apply from now on.</summary>
/// <param name="Register">The hash of the register.</param>
internal sealed record RulesWereSeen(Digest Register);
