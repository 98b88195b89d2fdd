namespace GdprKit;

/// <summary>A named party and how to reach it: the representative (Art. 27), the data protection officer (Art. 37).</summary>
/// <param name="Name">The name of the organisation, the function or the person.</param>
/// <param name="Contact">How to reach it.</param>
public sealed record ContactParty(string Name, ContactDetails Contact);
