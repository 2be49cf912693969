"""The named colours in both looks; `app.qss` and the painted widgets know colours only by these names."""

# by name, light first and dark second
COLORS = {
    # grounds, and the lines on them
    "background": ("#F7F8FA", "#171A1F"),
    "card": ("#FFFFFF", "#1F242B"),
    "rail": ("#EEF1F5", "#1B1F25"),
    "field": ("#FFFFFF", "#1A1E24"),
    "hover": ("#F0F3F7", "#272D36"),
    "line": ("#E3E6EB", "#323944"),
    "edge": ("#858D9C", "#737E8F"),
    # words
    "text": ("#1C2430", "#E7EAF0"),
    "dim": ("#5B6678", "#9AA5B5"),
    "on_accent": ("#FFFFFF", "#10151D"),
    # tones, the soft ones as grounds
    "accent": ("#2F5DA8", "#8FB4F0"),
    "accent_strong": ("#244B8A", "#A9C6F6"),
    "accent_soft": ("#E8EEF8", "#26344A"),
    "late": ("#B3261E", "#FFB4AB"),
    "late_soft": ("#FBE9E7", "#4A2320"),
    "soon": ("#8A5A00", "#F2C66D"),
    "soon_soft": ("#FFF3DC", "#43361A"),
    "done": ("#22693F", "#8ED8A8"),
    "done_soft": ("#E3F3E9", "#1F3A2A"),
    "neutral_soft": ("#EBEEF3", "#2B323C"),
    # the series of a chart
    "chart1": ("#2F5DA8", "#8FB4F0"),
    "chart2": ("#6C8FCB", "#5B83C6"),
    "chart3": ("#B8862B", "#D2A343"),
    "chart4": ("#5F8F72", "#6FA787"),
    "chart5": ("#8C6BB1", "#A98BD0"),
    "chart6": ("#7A8494", "#8A95A6"),
}
