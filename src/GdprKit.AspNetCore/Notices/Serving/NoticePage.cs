using Microsoft.Net.Http.Headers;

namespace GdprKit;

/// <summary>A notice in one language and form, ready to be sent.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="Tag">What a browser knows them by.</param>
/// <param name="Links">Its translations and its other versions, as a header (RFC 8288, RFC 5829).</param>
internal sealed record NoticePage(byte[] Body, EntityTagHeaderValue Tag, string[] Links);
