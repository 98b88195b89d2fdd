namespace GdprKit;

/// <summary>Where data come from that the person did not give (Art. 14(2)(f)).</summary>
/// <param name="Name">The source, as it stands after "van", "from": "de Kamer van Koophandel", "the trade register".</param>
/// <param name="IsPubliclyAccessible">Whether anybody can consult the source.</param>
public sealed record DataSource(LocalizedText Name, bool IsPubliclyAccessible);
