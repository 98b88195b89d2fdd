using System.Text;
using System.Text.Json.Nodes;

namespace GdprKit;

/// <summary>Makes another register of one by editing its file.</summary>
internal static class RegisterEdits
{
    public static ProcessingRegister With(this ProcessingRegister register, string path, string json) => register.Edited(file => file.Replace(path, JsonNode.Parse(json)));

    public static ProcessingRegister Without(this ProcessingRegister register, string path) => register.Edited(file => file.Remove(path));

    public static ProcessingRegister Edited(this ProcessingRegister register, params Action<JsonNode>[] edits)
    {
        var file = JsonNode.Parse(register.ToJson())!;
        foreach (var edit in edits)
        {
            edit(file);
        }

        return ProcessingRegister.FromJson(Encoding.UTF8.GetBytes(file.ToJsonString()));
    }
}
