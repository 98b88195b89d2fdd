namespace GdprKit.Samples.Crm.Privacy;

/// <summary>Lines of the log as a table.</summary>
/// <param name="Caption">What it is a table of; a key of the texts.</param>
/// <param name="Lines">The lines, the latest first.</param>
/// <param name="NamesWho">Whether a column says whom a line is about; on the page of a person that is clear.</param>
/// <param name="Proves">Whether the reader may take the proof of a line.</param>
public sealed record LogTable(string Caption, IReadOnlyList<LogLine> Lines, bool NamesWho, bool Proves);
