using Microsoft.AspNetCore.Http;

namespace GdprKit;

/// <summary>Says in one line what cannot be had under an address of the notice, and what to do instead.</summary>
internal static class NoticeRefusal
{
    public static Task WriteAsync(HttpContext context, int status, string id, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync($"{id}: {text}", context.RequestAborted);
    }
}
