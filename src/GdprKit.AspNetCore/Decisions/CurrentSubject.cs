using Microsoft.AspNetCore.Http;

namespace GdprKit;

/// <summary>Whom a request is about, as the host says.</summary>
internal sealed record CurrentSubject(Func<HttpContext, SubjectId?> Find);
