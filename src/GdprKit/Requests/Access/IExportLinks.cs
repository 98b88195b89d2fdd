namespace GdprKit.Requests;

/// <summary>The addresses at which people fetch what was exported for them. <c>GdprKit.AspNetCore</c> has one that seals them.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public interface IExportLinks
{
    /// <summary>Where one person fetches an export. Opening it changes nothing; nobody but the application can make or read it, and whoever has it has the data.</summary>
    /// <param name="export">The export.</param>
    Uri Fetch(KeptExport export);
}
