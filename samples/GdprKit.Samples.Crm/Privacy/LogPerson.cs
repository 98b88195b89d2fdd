namespace GdprKit.Samples.Crm.Privacy;

/// <summary>Somebody whom an entry of the log names.</summary>
/// <param name="Name">The name of today; entries hold none.</param>
/// <param name="Page">The page about this person.</param>
/// <param name="Id">The number of the customer or employee.</param>
public sealed record LogPerson(string Name, string Page, int Id);
