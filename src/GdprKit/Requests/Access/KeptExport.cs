using NodaTime;

namespace GdprKit;

/// <summary>An export that was made for a request, and waits for the person.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Ticket">What opens it, for the link that the person gets.</param>
/// <param name="Export">What was exported.</param>
/// <param name="Until">Until when it can be fetched; then it is removed.</param>
public sealed record KeptExport(ExportTicket Ticket, PersonalDataExport Export, Instant Until);
