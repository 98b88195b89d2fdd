namespace GdprKit;

/// <summary>The authority that people can complain to (Art. 13(2)(d), 77).</summary>
/// <param name="Name">The name of the authority.</param>
/// <param name="Website">Where a complaint can be lodged; absolute.</param>
public sealed partial record SupervisoryAuthority(string Name, Uri Website);
