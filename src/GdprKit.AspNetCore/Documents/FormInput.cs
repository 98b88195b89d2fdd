using Microsoft.AspNetCore.Mvc.Rendering;

namespace GdprKit;

/// <summary>A field of a form, as HTML.</summary>
internal static class FormInput
{
    public static TagBuilder Of(string type, string name, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttributes(new Dictionary<string, string?> { ["type"] = type, ["name"] = name, ["value"] = value });
        return input;
    }
}
