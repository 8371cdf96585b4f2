<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About LaborQA</source>
            <translation>关于 LaborQA</translation>
        </message>
        <message>
            <source>C&amp;lose</source>
            <translation>关闭(&amp;L)</translation>
        </message>
    </context>
    <context>
        <name>AboutPage</name>
        <message>
            <source>Parts and their licences</source>
            <translation>组成部分及其许可</translation>
        </message>
        <message>
            <source>Text of the licence</source>
            <translation>许可全文</translation>
        </message>
        <message>
            <source>&amp;Copy for support</source>
            <translation>复制给技术支持(&amp;C)</translation>
        </message>
        <message>
            <source>Version {number}, Apache License 2.0</source>
            <translation>版本 {number}，Apache 许可 2.0</translation>
        </message>
        <message>
            <source>The program is free, comes without any warranty, works without a network and sends nothing to anybody.</source>
            <translation>本程序免费，不附任何担保；不需要网络，也不向任何人发送内容。</translation>
        </message>
        <message>
            <source>Qt and PySide6 are under the LGPL 3: you may use your own build of the same version. Close the program, put your files in the place of Qt's in this folder, and start it again:</source>
            <translation>Qt 和 PySide6 采用 LGPL 3：您可以改用自己编译的同一版本。关闭程序，用您的文件替换下面文件夹里的 Qt 文件，再启动：</translation>
        </message>
        <message>
            <source>The single file unpacks into a new folder at each start; for your own Qt take the folder form, or build the file from the source: python dev.py exe.</source>
            <translation>单文件版每次启动都会解压到新的文件夹；要用自己的 Qt，请用文件夹版，或从源代码生成：python dev.py exe。</translation>
        </message>
        <message>
            <source>Replacing Qt's libraries</source>
            <translation>更换 Qt 库</translation>
        </message>
    </context>
    <context>
        <name>Access</name>
        <message>
            <source>The library is open for reading only; nothing was changed.</source>
            <translation>资料库以只读方式打开；未做更改。</translation>
        </message>
        <message>
            <source>The change is made and valid, but it could not be noted in the history: {reason}</source>
            <translation>更改已完成并有效，但未能记入修改记录：{reason}</translation>
        </message>
    </context>
    <context>
        <name>AccessCard</name>
        <message>
            <source>Change the &amp;password…</source>
            <translation>修改密码(&amp;P)…</translation>
        </message>
        <message>
            <source>New &amp;recovery code…</source>
            <translation>新恢复码(&amp;R)…</translation>
        </message>
        <message>
            <source>Make a new code when the sheet is lost or somebody has seen it; the old one then opens nothing.</source>
            <translation>恢复单丢失或被人看到时，请生成新恢复码，旧码随即失效。</translation>
        </message>
        <message>
            <source>Re&amp;member on this computer…</source>
            <translation>在本机记住(&amp;M)…</translation>
        </message>
        <message>
            <source>For&amp;get on this computer</source>
            <translation>本机不再记住(&amp;G)</translation>
        </message>
        <message>
            <source>Password and recovery code</source>
            <translation>密码与恢复码</translation>
        </message>
        <message>
            <source>This computer opens the library without the password when the program starts. After a lock it asks for it.</source>
            <translation>在本机启动程序时不必输入密码，直接打开资料库；锁定之后仍要输入密码。</translation>
        </message>
        <message>
            <source>This computer asks for the password each time. It can remember it in the system's key store, for the start of the program only.</source>
            <translation>本机每次都要输入密码。可以让系统的密钥库记住，只用于启动程序时。</translation>
        </message>
        <message>
            <source>Backups made before still open with the old password, and computers that remember the library forget it.</source>
            <translation>以前的备份仍用旧密码打开；记住此资料库的电脑都要重新输入密码。</translation>
        </message>
        <message>
            <source>Change the password</source>
            <translation>修改密码</translation>
        </message>
        <message>
            <source>The old code opens nothing from then on, and computers that remember the library forget it.</source>
            <translation>旧的恢复码随即失效；记住此资料库的电脑都要重新输入密码。</translation>
        </message>
        <message>
            <source>New recovery code</source>
            <translation>新恢复码</translation>
        </message>
        <message>
            <source>Make it</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>Your new recovery code</source>
            <translation>新的恢复码</translation>
        </message>
        <message>
            <source>{code}

It is shown only now. The sheet opens next: print it and keep it away from the computer.</source>
            <translation>{code}

它只显示这一次。接着会打开恢复单：请打印出来，不要和电脑放在一起。</translation>
        </message>
        <message>
            <source>Remember on this computer</source>
            <translation>在本机记住</translation>
        </message>
        <message>
            <source>Remember</source>
            <translation>记住</translation>
        </message>
        <message>
            <source>Whoever can use your account on this computer can then open the library by starting the program. After a lock, by hand or because nobody was here, the password is asked as ever.</source>
            <translation>此后，能使用您这个电脑帐户的人，启动程序就能打开资料库。手动锁定或闲置锁定之后，仍要输入密码。</translation>
        </message>
        <message>
            <source>Password or recovery code now</source>
            <translation>现在的密码或恢复码</translation>
        </message>
    </context>
    <context>
        <name>AccessDialogs</name>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>The new password again</source>
            <translation>再次输入新密码</translation>
        </message>
        <message>
            <source>Change it</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>两次输入的密码不一致。</translation>
        </message>
        <message>
            <source>At least 8 characters.</source>
            <translation>至少 8 个字符。</translation>
        </message>
        <message>
            <source>The password is changed.</source>
            <translation>密码已修改。</translation>
        </message>
        <message>
            <source>Choose a new password</source>
            <translation>设置新密码</translation>
        </message>
        <message>
            <source>The library was opened with the recovery code. Choose a new password now; the code on the sheet stays valid, so put the sheet back. Later means: the forgotten password stays, and the code is needed again next time.</source>
            <translation>资料库是用恢复码打开的。请现在设置新密码；恢复单上的恢复码仍然有效，请把恢复单收好。选“以后”则仍是忘记的那个密码，下次还要用恢复码。</translation>
        </message>
        <message>
            <source>&amp;Later</source>
            <translation>以后(&amp;L)</translation>
        </message>
    </context>
    <context>
        <name>Act</name>
        <message>
            <source>Start an inspection</source>
            <translation>开始检查</translation>
        </message>
        <message>
            <source>Fill in an inspection</source>
            <translation>填写检查</translation>
        </message>
        <message>
            <source>Review an inspection</source>
            <translation>复核检查</translation>
        </message>
        <message>
            <source>Note the client's signature</source>
            <translation>登记客户签字</translation>
        </message>
        <message>
            <source>Correct a problem</source>
            <translation>登记整改</translation>
        </message>
        <message>
            <source>Close a problem</source>
            <translation>关闭问题</translation>
        </message>
        <message>
            <source>Open a problem again</source>
            <translation>重新打开问题</translation>
        </message>
        <message>
            <source>Extend a due date</source>
            <translation>延长期限</translation>
        </message>
        <message>
            <source>Added {kind}</source>
            <translation>新建{kind}</translation>
        </message>
        <message>
            <source>Changed {kind}</source>
            <translation>修改{kind}</translation>
        </message>
        <message>
            <source>Archived {count} × {kind}</source>
            <translation>归档 {count} 条{kind}</translation>
        </message>
        <message>
            <source>Brought back {count} × {kind}</source>
            <translation>恢复 {count} 条{kind}</translation>
        </message>
        <message>
            <source>Revealed {field}</source>
            <translation>查看{field}</translation>
        </message>
        <message>
            <source>Undid: {act}</source>
            <translation>撤销：{act}</translation>
        </message>
        <message>
            <source>Redid: {act}</source>
            <translation>重做：{act}</translation>
        </message>
        <message>
            <source>Renew a certificate</source>
            <translation>换证</translation>
        </message>
        <message>
            <source>Put a checklist in force</source>
            <translation>启用检查表</translation>
        </message>
        <message>
            <source>Retire a checklist</source>
            <translation>停用检查表</translation>
        </message>
        <message>
            <source>Begin a new edition of a checklist</source>
            <translation>新建检查表版本</translation>
        </message>
        <message>
            <source>Pasted {count} × {kind}</source>
            <translation>粘贴 {count} 条{kind}</translation>
        </message>
        <message>
            <source>Imported {count} × {kind} from {file}</source>
            <translation>从 {file} 导入 {count} 条{kind}</translation>
        </message>
        <message>
            <source>Take a step with a service plan</source>
            <translation>推进服务方案</translation>
        </message>
        <message>
            <source>Begin a new edition of a plan</source>
            <translation>新建方案版本</translation>
        </message>
        <message>
            <source>Attach {name}</source>
            <translation>添加附件 {name}</translation>
        </message>
        <message>
            <source>Describe an attached file</source>
            <translation>修改附件说明</translation>
        </message>
        <message>
            <source>Remove {name}</source>
            <translation>移除附件 {name}</translation>
        </message>
        <message>
            <source>Keep a picture</source>
            <translation>保存图片</translation>
        </message>
        <message>
            <source>Attach {count} {count:file|files}</source>
            <translation>添加 {count} 个附件</translation>
        </message>
        <message>
            <source>Changed the retention rules</source>
            <translation>修改保存期限</translation>
        </message>
        <message>
            <source>Restricted the use of personal data</source>
            <translation>限制使用个人信息</translation>
        </message>
        <message>
            <source>Lifted the restriction of personal data</source>
            <translation>解除个人信息使用限制</translation>
        </message>
        <message>
            <source>Recorded consents</source>
            <translation>登记同意</translation>
        </message>
        <message>
            <source>The words of this act were lost when the library was damaged</source>
            <translation>资料库损坏时，这一操作的说明丢失</translation>
        </message>
        <message>
            <source>Saved the view "{name}"</source>
            <translation>保存视图“{name}”</translation>
        </message>
        <message>
            <source>Changed the view "{name}"</source>
            <translation>修改视图“{name}”</translation>
        </message>
        <message>
            <source>Renamed the view "{name}"</source>
            <translation>重命名视图“{name}”</translation>
        </message>
        <message>
            <source>Deleted the view "{name}"</source>
            <translation>删除视图“{name}”</translation>
        </message>
        <message>
            <source>Changed {field} of {count} × {kind}</source>
            <translation>批量修改{kind}的“{field}”，共 {count} 条</translation>
        </message>
        <message>
            <source>Brought back {count} from the recycle bin</source>
            <translation>从回收站恢复 {count} 条</translation>
        </message>
    </context>
    <context>
        <name>ActDialog</name>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>App</name>
        <message>
            <source>Sample library</source>
            <translation>示例资料库</translation>
        </message>
        <message>
            <source>Invented people and places to look around. The password is "sample".</source>
            <translation>虚构的人员和项目点，供您随意浏览。密码是 sample。</translation>
        </message>
    </context>
    <context>
        <name>AppearanceCard</name>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>{size} pixels</source>
            <translation>{size} 像素</translation>
        </message>
        <message>
            <source>never</source>
            <translation>从不</translation>
        </message>
        <message>
            <source>after {minutes} {minutes:minute|minutes}</source>
            <translation>{minutes} 分钟后</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>配色</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>Lock when idle</source>
            <translation>闲置锁定</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>本机</translation>
        </message>
    </context>
    <context>
        <name>AreaPage</name>
        <message>
            <source>This part comes with a later version.</source>
            <translation>这一部分将在后续版本中提供。</translation>
        </message>
    </context>
    <context>
        <name>Areas</name>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Services</source>
            <translation>服务</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>质量</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
    </context>
    <context>
        <name>Arrivals</name>
        <message>
            <source>This backup cannot be opened</source>
            <translation>打不开这个备份</translation>
        </message>
        <message>
            <source>Then you see what putting back {file} would change.</source>
            <translation>打开后会显示：还原 {file} 将改变哪些内容。</translation>
        </message>
        <message>
            <source>Open "{name}" instead?</source>
            <translation>改为打开“{name}”？</translation>
        </message>
        <message>
            <source>"{here}" is closed first. What you typed is kept, and you can open it again at any time.</source>
            <translation>会先关闭“{here}”。已输入的内容都会保留，随时可以再打开。</translation>
        </message>
        <message>
            <source>Close and open</source>
            <translation>关闭并打开</translation>
        </message>
        <message>
            <source>The library is restored</source>
            <translation>资料库已还原</translation>
        </message>
        <message>
            <source>{count} {count:attachment is|attachments are} neither in the backup nor beside it. Everything else is there.</source>
            <translation>有 {count} 个附件既不在备份里，也不在备份旁边。其余内容都已还原。</translation>
        </message>
    </context>
    <context>
        <name>AskUser</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>{name} is there already.</source>
            <translation>{name} 已存在。</translation>
        </message>
        <message>
            <source>Replace it</source>
            <translation>替换</translation>
        </message>
    </context>
    <context>
        <name>Attachments</name>
        <message>
            <source>{name} is not a picture that can be shown. Use JPEG or PNG.</source>
            <translation>{name} 不是可显示的图片，请用 JPEG 或 PNG。</translation>
        </message>
        <message>
            <source>Files cannot be opened in another program here.</source>
            <translation>此处不能用其他程序打开文件。</translation>
        </message>
        <message>
            <source>{name} is empty; it was not attached.</source>
            <translation>{name} 是空文件，未添加。</translation>
        </message>
        <message>
            <source>{name} is a HEIC picture, which cannot be shown everywhere. On the phone choose "most compatible" as camera format, or save it as JPEG.</source>
            <translation>{name} 是 HEIC 图片，很多地方无法显示。请在手机相机格式中选“兼容性最佳”，或另存为 JPEG。</translation>
        </message>
        <message>
            <source>The file is no longer attached.</source>
            <translation>该文件已不在附件中。</translation>
        </message>
        <message>
            <source>The record is frozen evidence; its files are not changed any more.</source>
            <translation>该记录已冻结为证据，附件不能再改。</translation>
        </message>
        <message>
            <source>{name} is not a file; it was not attached.</source>
            <translation>{name} 不是文件，未添加为附件。</translation>
        </message>
        <message>
            <source>{name} could not be read: {reason}. It was not attached; if it is open in another program, close it there and try again.</source>
            <translation>{name} 无法读取：{reason}。未添加为附件；如果它正在别的程序中打开，请关闭后重试。</translation>
        </message>
        <message>
            <source>{name} was being changed while it was read; it was not attached. Wait until it is complete, then try again.</source>
            <translation>{name} 在读取时仍在变化，未添加为附件。请等它写完后再试。</translation>
        </message>
        <message>
            <source>{name} is larger than {limit} MB; it was not attached. Make it smaller, or keep it elsewhere and note the place in the remarks.</source>
            <translation>{name} 超过 {limit} MB，未添加为附件。请先压缩，或另存他处并在备注中写明位置。</translation>
        </message>
        <message>
            <source>{file} cannot be shown by another program, because the folder {folder} cannot be written to: {reason}. Export it to another folder instead; nothing was changed.</source>
            <translation>{file} 无法用其他程序打开，因为写不进文件夹 {folder}：{reason}。请改为导出到别的文件夹；没有改动任何内容。</translation>
        </message>
        <message>
            <source>{name} could not be written: {reason}. {done} of {total} {total:file|files} {done:was|were} saved; make room or choose another folder.</source>
            <translation>{name} 无法写入：{reason}。{total} 个文件中已保存 {done} 个；请腾出空间或换一个文件夹。</translation>
        </message>
    </context>
    <context>
        <name>AttachmentsPanel</name>
        <message>
            <source>&amp;Add files</source>
            <translation>添加文件(&amp;A)</translation>
        </message>
        <message>
            <source>Save all to a &amp;folder…</source>
            <translation>全部存到文件夹(&amp;F)…</translation>
        </message>
        <message>
            <source>or drop them here, or paste a picture with Ctrl+V</source>
            <translation>也可以拖到这里，或按 Ctrl+V 粘贴图片</translation>
        </message>
        <message>
            <source>No files yet. Drop photos, scans or PDFs here.</source>
            <translation>还没有文件。把照片、扫描件或 PDF 拖到这里。</translation>
        </message>
        <message>
            <source>Save the record first; then files can be added.</source>
            <translation>请先保存记录，再添加文件。</translation>
        </message>
        <message>
            <source>Show {count} more of {total}</source>
            <translation>再显示 {count} 个（共 {total} 个）</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>打开(&amp;O)</translation>
        </message>
        <message>
            <source>Open in another &amp;program</source>
            <translation>用其他程序打开(&amp;P)</translation>
        </message>
        <message>
            <source>Save a &amp;copy…</source>
            <translation>另存副本(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>移除(&amp;R)</translation>
        </message>
        <message>
            <source>Opening the file…</source>
            <translation>正在打开文件…</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>另存副本</translation>
        </message>
        <message>
            <source>Saving the files…</source>
            <translation>正在保存文件…</translation>
        </message>
        <message>
            <source>The file stays in the library</source>
            <translation>文件仍在资料库中</translation>
        </message>
        <message>
            <source>Save all files into a folder</source>
            <translation>把全部文件存到文件夹</translation>
        </message>
        <message>
            <source>{count} {count:file was|files were} not added</source>
            <translation>{count} 个文件未添加</translation>
        </message>
        <message>
            <source>Adding files…</source>
            <translation>正在添加文件…</translation>
        </message>
        <message>
            <source>{name} is lost or damaged and was left out.</source>
            <translation>{name} 已丢失或损坏，未导出。</translation>
        </message>
        <message>
            <source>Files saved</source>
            <translation>文件已保存</translation>
        </message>
        <message>
            <source>{count} {count:file was|files were} saved in {folder}.</source>
            <translation>已把 {count} 个文件存到 {folder}。</translation>
        </message>
        <message>
            <source>Add files</source>
            <translation>添加文件</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>The others are attached.</source>
            <translation>其余文件已添加。</translation>
        </message>
        <message>
            <source>The file was not removed</source>
            <translation>文件未移除</translation>
        </message>
        <message>
            <source>Not all files were saved</source>
            <translation>文件未全部保存</translation>
        </message>
        <message>
            <source>The file was not added</source>
            <translation>文件没有添加</translation>
        </message>
    </context>
    <context>
        <name>Audit</name>
        <message>
            <source>An entry was taken out, put in or moved outside the program.</source>
            <translation>有记录在程序之外被删除、插入或移动。</translation>
        </message>
        <message>
            <source>Who did it, when, what or why was changed outside the program.</source>
            <translation>操作人、时间、内容或原因在程序之外被改动。</translation>
        </message>
        <message>
            <source>Old or new values were changed outside the program.</source>
            <translation>修改前后的值在程序之外被改动。</translation>
        </message>
        <message>
            <source>The entry was written without the key of this library, not by the program.</source>
            <translation>该记录不是本程序用本资料库的密钥写入的。</translation>
        </message>
        <message>
            <source>Values were taken away, and no deletion required by law explains it.</source>
            <translation>有值被抹去，但没有依法删除的记录可以说明。</translation>
        </message>
        <message>
            <source>Values are back that had been deleted by law, or the deletion is denied.</source>
            <translation>依法删除过的值又出现了，或删除记录被抹去。</translation>
        </message>
        <message>
            <source>The newest entries are missing: they were cut off, or an older copy was put in place.</source>
            <translation>最新的记录不见了：被截掉，或整个资料库被换成了较旧的副本。</translation>
        </message>
        <message>
            <source>Up to the anchor this is another history than the one the anchor was taken from.</source>
            <translation>与核对码对应的那份修改记录不一致：核对码之前的内容已被换过。</translation>
        </message>
        <message>
            <source>Keep the folder as it is, make a copy of it, and compare with the newest backup whose history is whole.</source>
            <translation>请保持文件夹原样并先复制一份，再与修改记录完整的最新备份比对。</translation>
        </message>
        <message>
            <source>The history is whole and fits the anchor: {count} {count:entry|entries}.</source>
            <translation>修改记录完整，并与核对码相符：共 {count} 条。</translation>
        </message>
        <message>
            <source>The history is whole: {count} {count:entry|entries}. Without an anchor a cut-off end cannot be seen; take one from an issued report.</source>
            <translation>修改记录完整：共 {count} 条。没有核对码时看不出末尾是否被截掉；请照已签发报告封面上的核对码填写。</translation>
        </message>
        <message>
            <source>The history was changed; the first entry that does not fit is no. {row}.</source>
            <translation>修改记录被改动过，第一条不符的是第 {row} 条。</translation>
        </message>
        <message>
            <source>It belongs to act {act} of {moment} by {person}.</source>
            <translation>它属于 {person} 于 {moment} 所做的第 {act} 号操作。</translation>
        </message>
        <message>
            <source>Found when the library was opened on {moment}.</source>
            <translation>{moment} 打开资料库时发现。</translation>
        </message>
        <message>
            <source>The files as they were found are kept in the folder {name} of the library. Leave it there until all is settled.</source>
            <translation>发现时的文件已另存在资料库的文件夹 {name} 中；处理完以前请保留。</translation>
        </message>
        <message>
            <source>Next: look at the preview of the newest backup on the page Backup. If it holds the missing entries, put it back; else enter again what was saved last.</source>
            <translation>下一步：在“备份”页预览最新的备份。备份里有缺少的条目，就还原它；没有，就把最后保存的内容重新录入。</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>What</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>记录数</translation>
        </message>
        <message>
            <source>First record</source>
            <translation>首个记录</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Change history</source>
            <translation>修改记录</translation>
        </message>
        <message>
            <source>This is no anchor. Write it as printed on the cover of a report: the number of entries, a colon, and at least 16 digits.</source>
            <translation>这不是核对码。请照报告封面上所印填写：条数、冒号、至少 16 位字符。</translation>
        </message>
    </context>
    <context>
        <name>AuditPage</name>
        <message>
            <source>&amp;Verify</source>
            <translation>验证(&amp;V)</translation>
        </message>
        <message>
            <source>From a &amp;report…</source>
            <translation>从已签发报告(&amp;R)…</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <source>as printed on the cover of a report, e.g. 1234:0a1b2c3d4e5f6071</source>
            <translation>报告封面上所印，例如 1234:0a1b2c3d4e5f6071</translation>
        </message>
        <message>
            <source>Anchor (optional)</source>
            <translation>核对码（可不填）</translation>
        </message>
        <message>
            <source>Go to the &amp;backups</source>
            <translation>打开备份页(&amp;B)</translation>
        </message>
        <message>
            <source>Search the history</source>
            <translation>查找修改记录</translation>
        </message>
        <message>
            <source>What, who, reason</source>
            <translation>操作、操作人、原因</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Record type</source>
            <translation>记录类型</translation>
        </message>
        <message>
            <source>All records</source>
            <translation>全部记录</translation>
        </message>
        <message>
            <source>Nothing in the history fits.</source>
            <translation>没有符合条件的修改记录。</translation>
        </message>
        <message>
            <source>Show &amp;older ones</source>
            <translation>更早的(&amp;O)</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Proves that no entry was changed, taken out or put in since it was written.</source>
            <translation>从头到尾核对：写入以来，没有一条被改动、删除或插入。</translation>
        </message>
        <message>
            <source>Is the history whole?</source>
            <translation>修改记录是否完整？</translation>
        </message>
        <message>
            <source>{count} {count:entry|entries}</source>
            <translation>{count} 条记录</translation>
        </message>
        <message>
            <source>Reason: {reason}</source>
            <translation>原因：{reason}</translation>
        </message>
        <message>
            <source>Open the record</source>
            <translation>打开这条记录</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>打开 {name}</translation>
        </message>
        <message>
            <source>Everybody</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>Proving the entries…</source>
            <translation>正在核对修改记录…</translation>
        </message>
        <message>
            <source>No report was issued yet</source>
            <translation>还没有签发过报告</translation>
        </message>
        <message>
            <source>Change history {day}.xlsx</source>
            <translation>修改记录 {day}.xlsx</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Writing the workbook…</source>
            <translation>正在写入工作簿…</translation>
        </message>
        <message>
            <source>Rows exported: {count}</source>
            <translation>已导出 {count} 行</translation>
        </message>
    </context>
    <context>
        <name>Backup</name>
        <message>
            <source>The backup could not be written to {folder} ({free} MB free on the disk {disk}): {reason}. Earlier backups and the library are unchanged; choose another place or make room.</source>
            <translation>备份写不进 {folder}（磁盘 {disk} 剩余 {free} MB）：{reason}。以前的备份和资料库都没有改动；请换一个位置，或腾出空间后再试。</translation>
        </message>
        <message>
            <source>The backup could not be verified and was thrown away. Earlier backups and the library are unchanged; check the disk and try again.</source>
            <translation>备份没有通过核对，已丢弃。以前的备份和资料库都没有改动；请检查磁盘后再试。</translation>
        </message>
        <message>
            <source>There is no room for a backup in {folder}: {need} MB are needed, {free} MB are free. Nothing was changed; make room or choose another place.</source>
            <translation>{folder} 放不下备份：需要 {need} MB，剩余 {free} MB。什么都没有改动；请腾出空间或换一个位置。</translation>
        </message>
        <message>
            <source>The backup {file} does not carry this library's seal: it was altered, or belongs to another library. It was not used; choose another one.</source>
            <translation>备份 {file} 不是本资料库做的，或者被改动过，没有使用它。请选另一个备份。</translation>
        </message>
        <message>
            <source>The backup {file} is damaged and was not used. Choose an older one; the library is unchanged.</source>
            <translation>备份 {file} 已损坏，没有使用；资料库没有改动。请选一个更早的备份。</translation>
        </message>
        <message>
            <source>{file} is no backup of LaborQA. Choose a file that ends in .labqbackup.</source>
            <translation>{file} 不是 LaborQA 的备份。请选以 .labqbackup 结尾的文件。</translation>
        </message>
        <message>
            <source>The library is open for reading only, so no backup is made inside it. Copy it to another folder or a USB stick instead.</source>
            <translation>资料库以只读方式打开，不能在里面做备份。请改为复制到别的文件夹或 U 盘。</translation>
        </message>
        <message>
            <source>The library is open for reading only, so there is no place for a restore drill. Open it where it can be written to.</source>
            <translation>资料库以只读方式打开，不能做还原演练。请在可以写入的地方打开它。</translation>
        </message>
        <message>
            <source>There is no room to unpack the backup in {folder}: {need} MB are needed, {free} MB are free. Nothing was changed; make room or choose another place.</source>
            <translation>{folder} 放不下解开的备份：需要 {need} MB，剩余 {free} MB。什么都没有改动；请腾出空间或换一个位置。</translation>
        </message>
        <message>
            <source>The backup {file} cannot be read: it was removed, or the stick it lies on was. Plug that in, or choose another backup; the library is unchanged.</source>
            <translation>无法读取备份 {file}：它已被移走，或所在的 U 盘已拔出。请插上 U 盘，或另选一个备份；资料库没有改动。</translation>
        </message>
        <message>
            <source>The backup {file} belongs to another library, so it was not put back. To look into it, restore it into an empty folder.</source>
            <translation>备份 {file} 属于另一个资料库，没有还原。想看它的内容，请还原到一个空文件夹。</translation>
        </message>
        <message>
            <source>The backup {file} was made by version {version} of the program, which is newer than this one. Install that version to put it back; nothing was changed.</source>
            <translation>备份 {file} 是更新的程序版本 {version} 做的。请先安装那个版本再还原；什么都没有改动。</translation>
        </message>
        <message>
            <source>The backup could not be restored to {folder} ({free} MB free): {reason}. Nothing was left there; choose another place or make room.</source>
            <translation>备份没能还原到 {folder}（剩余 {free} MB）：{reason}。那里没有留下任何东西；请换一个位置，或腾出空间。</translation>
        </message>
        <message>
            <source>{folder} is not empty. Choose a new or an empty folder to restore to; nothing was changed.</source>
            <translation>{folder} 不是空文件夹。请选一个新文件夹或空文件夹来还原；什么都没有改动。</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be made ({reason}). Choose another place.</source>
            <translation>不能新建文件夹 {folder}（{reason}）。请换一个位置。</translation>
        </message>
        <message>
            <source>Another program is reading the library, so the backup was not put back. Close it there and try again; nothing was changed.</source>
            <translation>另一个程序正在读取资料库，没有还原。请先关闭那个程序再试；什么都没有改动。</translation>
        </message>
        <message>
            <source>{one} / {other}</source>
            <translation>{one} / {other}</translation>
        </message>
        <message>
            <source>The library is open for reading only, so nothing was put back. Restore the backup into an empty folder instead.</source>
            <translation>资料库以只读方式打开，没有还原。请改为把备份还原到一个空文件夹。</translation>
        </message>
        <message>
            <source>{folder} lies inside the library and would be lost with it. Choose another disk or a USB stick.</source>
            <translation>{folder} 在资料库里面，会和资料库一起丢失。请选另一块硬盘或 U 盘。</translation>
        </message>
        <message>
            <source>The backup could not be copied to the second place {folder} ({free} MB free): {reason}. The backup in the library is kept; connect the disk, make room or choose another place.</source>
            <translation>备份没能复制到备用位置 {folder}（剩余 {free} MB）：{reason}。资料库里的备份还在；请接上磁盘、腾出空间或换一个位置。</translation>
        </message>
        <message>
            <source>Every half hour</source>
            <translation>每半小时</translation>
        </message>
        <message>
            <source>At closing</source>
            <translation>关闭时</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>手动</translation>
        </message>
        <message>
            <source>Copy for a USB stick</source>
            <translation>U 盘副本</translation>
        </message>
        <message>
            <source>Command line</source>
            <translation>命令行</translation>
        </message>
        <message>
            <source>Restore drill</source>
            <translation>还原演练</translation>
        </message>
        <message>
            <source>Before an import</source>
            <translation>导入之前</translation>
        </message>
        <message>
            <source>Before many records were changed</source>
            <translation>成批更改之前</translation>
        </message>
        <message>
            <source>Before an import was taken back</source>
            <translation>撤回导入之前</translation>
        </message>
        <message>
            <source>Before a restore</source>
            <translation>还原之前</translation>
        </message>
        <message>
            <source>Before an upgrade</source>
            <translation>升级之前</translation>
        </message>
        <message>
            <source>Before a deletion by law</source>
            <translation>依法删除之前</translation>
        </message>
        <message>
            <source>After a deletion by law</source>
            <translation>依法删除之后</translation>
        </message>
        <message>
            <source>The backup {file} cannot be read: {reason}. Put the stick in again or choose another backup; nothing was changed.</source>
            <translation>备份 {file} 读不出来：{reason}。请重新插好U盘，或换一个备份；没有改动任何内容。</translation>
        </message>
    </context>
    <context>
        <name>BackupKeeper</name>
        <message>
            <source>No backup yet</source>
            <translation>还没有备份</translation>
        </message>
        <message>
            <source>Backup {time}</source>
            <translation>备份 {time}</translation>
        </message>
        <message>
            <source>The last verified backup. Click for the backup page.</source>
            <translation>最近一次核对过的备份。点击打开备份页。</translation>
        </message>
        <message>
            <source>No copy was put in a second place for 7 days. Click for the backup page.</source>
            <translation>备用位置已经 7 天没有新副本。点击打开备份页。</translation>
        </message>
    </context>
    <context>
        <name>BackupLine</name>
        <message>
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>{size} MB · {where}</source>
            <translation>{size} MB · {where}</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>已核对</translation>
        </message>
        <message>
            <source>damaged</source>
            <translation>已损坏</translation>
        </message>
        <message>
            <source>Restore…</source>
            <translation>还原…</translation>
        </message>
        <message>
            <source>Enter: shows first what would change</source>
            <translation>Enter：先显示会有哪些改动</translation>
        </message>
        <message>
            <source>Restore the backup of {moment}</source>
            <translation>还原 {moment} 的备份</translation>
        </message>
    </context>
    <context>
        <name>BackupPage</name>
        <message>
            <source>Restore from a &amp;file…</source>
            <translation>从文件还原(&amp;F)…</translation>
        </message>
        <message>
            <source>Making a backup…</source>
            <translation>正在备份…</translation>
        </message>
        <message>
            <source>The backup is made and verified.</source>
            <translation>备份已完成，并已核对。</translation>
        </message>
        <message>
            <source>Copy the library into one file in this folder</source>
            <translation>把资料库复制成一个文件，放在这个文件夹</translation>
        </message>
        <message>
            <source>Copying everything into one file…</source>
            <translation>正在把全部内容复制成一个文件…</translation>
        </message>
        <message>
            <source>{file} is written and verified. Remove the stick safely, then keep it elsewhere.</source>
            <translation>{file} 已写好并核对。请安全移除 U 盘，放到别处保管。</translation>
        </message>
        <message>
            <source>Restoring the newest backup beside and comparing…</source>
            <translation>正在旁边还原最新备份并逐行比较…</translation>
        </message>
        <message>
            <source>{count} {count:attachment is|attachments are} missing or damaged in the library itself, so {count:it is|they are} not in the copy. Everything else is.</source>
            <translation>资料库里有 {count} 个附件丢失或损坏，所以副本里没有它们；其他内容都在。</translation>
        </message>
        <message>
            <source>The drill is good: {tables} {tables:table|tables} with {rows} {rows:row|rows} and {files} {files:attachment is|attachments are} equal.</source>
            <translation>演练通过：{tables} 张表共 {rows} 行、{files} 个附件全部一致。</translation>
        </message>
        <message>
            <source>The drill found differences: {tables} {tables:table differs|tables differ}, {missing} {missing:attachment is|attachments are} missing or damaged. Check the library; nothing was changed.</source>
            <translation>演练发现不一致：{tables} 张表不同，{missing} 个附件丢失或损坏。请检查资料库；什么都没有改动。</translation>
        </message>
        <message>
            <source>Second place for backups: a USB stick or another disk</source>
            <translation>备用备份位置：U 盘或另一块硬盘</translation>
        </message>
        <message>
            <source>Copying to the second place…</source>
            <translation>正在复制到备用位置…</translation>
        </message>
        <message>
            <source>The newest backup is in the second place too.</source>
            <translation>最新的备份在备用位置也有了。</translation>
        </message>
        <message>
            <source>Restore from a backup</source>
            <translation>从备份还原</translation>
        </message>
        <message>
            <source>Backups (*.labqbackup)</source>
            <translation>备份 (*.labqbackup)</translation>
        </message>
        <message>
            <source>Comparing the backup with the library…</source>
            <translation>正在比较备份和资料库…</translation>
        </message>
        <message>
            <source>Putting the backup back</source>
            <translation>正在还原备份</translation>
        </message>
        <message>
            <source>Please wait; the library is closed to everything else meanwhile.</source>
            <translation>请稍候，还原时不能做别的操作。</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>取消(&amp;C)</translation>
        </message>
        <message>
            <source>The library is again as it was at {moment}. What it was before is kept in a backup.</source>
            <translation>资料库已恢复到 {moment} 的样子。还原之前的内容已另存为一个备份。</translation>
        </message>
        <message>
            <source>{count} {count:attachment was|attachments were} found nowhere.</source>
            <translation>有 {count} 个附件哪里都找不到。</translation>
        </message>
        <message>
            <source>{count} {count:record|records} deleted by law {count:was|were} deleted again.</source>
            <translation>有 {count} 条依法删除的记录已再次删除。</translation>
        </message>
        <message>
            <source>The backup is put back</source>
            <translation>备份已还原</translation>
        </message>
    </context>
    <context>
        <name>Bin</name>
        <message>
            <source>It is never deleted.</source>
            <translation>此类记录从不删除。</translation>
        </message>
        <message>
            <source>An issued report counts it.</source>
            <translation>已签发的报告统计过它。</translation>
        </message>
        <message>
            <source>A submitted inspection is evidence and keeps its number.</source>
            <translation>提交过的检查是证据，编号须保留。</translation>
        </message>
        <message>
            <source>A closed problem is evidence and keeps its number.</source>
            <translation>已关闭的问题是证据，编号须保留。</translation>
        </message>
        <message>
            <source>The rule "{rule}" keeps it until {day}.</source>
            <translation>按保存规则“{rule}”须保留到 {day}。</translation>
        </message>
        <message>
            <source>It is named in "{kind}" ({count}).</source>
            <translation>“{kind}”中有 {count} 条引用它。</translation>
        </message>
        <message>
            <source>Nothing came back: a code among these records is in use again. Bring them back one by one, and change that code first.</source>
            <translation>没有恢复：其中有编号已被别的记录使用。请先改那个编号，再逐条恢复。</translation>
        </message>
        <message>
            <source>Nothing was deleted: each of these records is kept by a rule, by a report or by other records, or was put away less than {days} {days:day|days} ago.</source>
            <translation>没有删除：这些记录或受保存规则、报告、其他记录限制，或放入回收站不满 {days} 天。</translation>
        </message>
        <message>
            <source>Recycle bin, approved</source>
            <translation>回收站批准删除</translation>
        </message>
    </context>
    <context>
        <name>BinModel</name>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Put away</source>
            <translation>收起时间</translation>
        </message>
        <message>
            <source>By</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>If approved</source>
            <translation>批准之后</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>{day}, {days} {days:day|days} ago</source>
            <translation>{day}，{days} 天前</translation>
        </message>
        <message>
            <source>Deleted for good</source>
            <translation>彻底删除</translation>
        </message>
    </context>
    <context>
        <name>BinPage</name>
        <message>
            <source>Nothing was deleted</source>
            <translation>没有删除</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>Search the bin</source>
            <translation>在回收站中搜索</translation>
        </message>
        <message>
            <source>Record type</source>
            <translation>记录类型</translation>
        </message>
        <message>
            <source>All records</source>
            <translation>全部记录</translation>
        </message>
        <message>
            <source>Records in the bin</source>
            <translation>回收站中的记录</translation>
        </message>
        <message>
            <source>Show &amp;older ones</source>
            <translation>显示更早的(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Restore</source>
            <translation>恢复(&amp;R)</translation>
        </message>
        <message>
            <source>After {days} {days:day|days} you decide what is deleted for good; nothing goes by itself. Evidence, what an issued report counts, what others name and what the retention rules keep stays.</source>
            <translation>满 {days} 天后由您决定哪些彻底删除，程序不会自己删除。证据、已签发报告统计过的、被其他记录引用的、保存规则未到期的都会保留。</translation>
        </message>
        <message>
            <source>Nothing is in the bin for {days} {days:day|days} yet.</source>
            <translation>还没有放入回收站满 {days} 天的记录。</translation>
        </message>
        <message>
            <source>The bin is empty. What you archive in a list is kept here.</source>
            <translation>回收站是空的。在列表里归档的记录会出现在这里。</translation>
        </message>
        <message>
            <source>{count} {count:record|records}</source>
            <translation>{count} 条</translation>
        </message>
        <message>
            <source>{count} of them {count:is a person|are people}: their data are deleted by law, in other records and in the history too.</source>
            <translation>其中 {count} 条是人员：其个人信息按规定删除，其他记录和修改记录中的也一并抹去。</translation>
        </message>
        <message>
            <source>Delete {count} {count:record|records} for good?</source>
            <translation>彻底删除 {count} 条记录？</translation>
        </message>
        <message>
            <source>{count} {count:stays: something keeps it|stay: something keeps them} now.</source>
            <translation>{count} 条保留：现在有规则或其他记录限制。</translation>
        </message>
        <message>
            <source>{count} {count:record|records} deleted for good</source>
            <translation>已彻底删除 {count} 条</translation>
        </message>
        <message>
            <source>In the bin</source>
            <translation>回收站</translation>
        </message>
        <message>
            <source>To approve</source>
            <translation>待批准</translation>
        </message>
        <message>
            <source>No archived record fits.</source>
            <translation>没有符合的归档记录。</translation>
        </message>
        <message>
            <source>{rows} · {chosen} chosen</source>
            <translation>{rows} · 选中 {chosen} 条</translation>
        </message>
        <message>
            <source>&amp;Delete {count} for good…</source>
            <translation>彻底删除 {count} 条(&amp;D)…</translation>
        </message>
        <message>
            <source>&amp;Choose all {count} that may go</source>
            <translation>全选可删的 {count} 条(&amp;A)</translation>
        </message>
        <message>
            <source>Brought back: {count}</source>
            <translation>已恢复：{count} 条</translation>
        </message>
        <message>
            <source>Bringing back {count}…</source>
            <translation>正在恢复 {count} 条…</translation>
        </message>
        <message>
            <source>A verified backup is made first.</source>
            <translation>删除前先做一份核对过的备份。</translation>
        </message>
        <message>
            <source>While it runs you can cancel, and nothing is deleted. Only clearing the last traces, at the very end, cannot be stopped.</source>
            <translation>进行中可以取消，取消后什么也不会删除；只有最后清除残留数据这一步不能停止。</translation>
        </message>
        <message>
            <source>Their files go to the trash of the library and from there after another 30 days.</source>
            <translation>附件先移到资料库的附件回收区，再过 30 天删除。</translation>
        </message>
        <message>
            <source>They cannot be brought back. That they were deleted stands in the change history.</source>
            <translation>删除后不能恢复。删除这件事会写入修改记录。</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>彻底删除</translation>
        </message>
        <message>
            <source>Making a backup, then deleting…</source>
            <translation>正在备份，随后删除…</translation>
        </message>
        <message>
            <source>Clearing the traces; this can no longer be cancelled…</source>
            <translation>正在清除残留数据，这一步不能再取消…</translation>
        </message>
        <message>
            <source>Free pages are still to be cleared: the page Personal data does it.</source>
            <translation>空闲页还没有清除完，可在“个人信息”页面清除。</translation>
        </message>
    </context>
    <context>
        <name>BulkDialog</name>
        <message>
            <source>Change a field of {count} {count:record|records}: {kind}</source>
            <translation>批量修改 {count} 条{kind}</translation>
        </message>
        <message>
            <source>&amp;Make it empty</source>
            <translation>清空(&amp;M)</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>栏目</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Give the new value. Here you see each record before anything is changed.</source>
            <translation>请填新的值。这里会先列出每条记录改前改后的样子，之后才会真正修改。</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>{fields} ({reason})</source>
            <translation>{fields}（{reason}）</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Not offered: {fields}</source>
            <translation>不能批量修改：{fields}</translation>
        </message>
        <message>
            <source>New value: {field}</source>
            <translation>新的值：{field}</translation>
        </message>
        <message>
            <source>Looking at each record…</source>
            <translation>正在逐条查看…</translation>
        </message>
        <message>
            <source>Already so</source>
            <translation>已是此值</translation>
        </message>
        <message>
            <source>Cannot</source>
            <translation>不能改</translation>
        </message>
        <message>
            <source>Change {count} {count:record|records}</source>
            <translation>修改 {count} 条</translation>
        </message>
        <message>
            <source>Changing the records…</source>
            <translation>正在修改…</translation>
        </message>
    </context>
    <context>
        <name>BulkEdit</name>
        <message>
            <source>each record has its own</source>
            <translation>每条记录各不相同</translation>
        </message>
        <message>
            <source>masked, changed record by record</source>
            <translation>已遮住，只能逐条修改</translation>
        </message>
        <message>
            <source>set by the program</source>
            <translation>由程序填写</translation>
        </message>
        <message>
            <source>lists and pictures, changed record by record</source>
            <translation>表格和图片，只能逐条修改</translation>
        </message>
        <message>
            <source>limited by another field of the record</source>
            <translation>受同一条记录的其他栏目限制</translation>
        </message>
        <message>
            <source>It lies in the archive. Bring it back first.</source>
            <translation>它在归档里，请先恢复。</translation>
        </message>
        <message>
            <source>It is no longer there.</source>
            <translation>这条记录已经不在了。</translation>
        </message>
        <message>
            <source>{count} of these records {count:was|were} changed since you looked at the preview, so that nothing was changed now. Look at the preview again and repeat it.</source>
            <translation>预览之后，其中 {count} 条记录又被改过，所以这次什么都没有改动。请再看一遍预览，然后重做。</translation>
        </message>
        <message>
            <source>{field}: {reason}</source>
            <translation>{field}：{reason}</translation>
        </message>
        <message>
            <source>"{field}" cannot be changed in many records at once ({reason}); nothing was changed. Open the records one by one.</source>
            <translation>“{field}”不能一次改多条记录（{reason}）；什么都没有改动。请逐条打开修改。</translation>
        </message>
    </context>
    <context>
        <name>BulkModel</name>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <source>Afterwards</source>
            <translation>改后</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>It is so already</source>
            <translation>已经是这个值</translation>
        </message>
    </context>
    <context>
        <name>Cells</name>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
    </context>
    <context>
        <name>Certificate</name>
        <message>
            <source>Certificates</source>
            <translation>证书台账</translation>
        </message>
        <message>
            <source>certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Holder</source>
            <translation>持证人</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>证号</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Issued by</source>
            <translation>发证机关</translation>
        </message>
        <message>
            <source>Issued on</source>
            <translation>发证日期</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>有效期自</translation>
        </message>
        <message>
            <source>Validity</source>
            <translation>有效期</translation>
        </message>
        <message>
            <source>Valid to</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Empty: without limit.</source>
            <translation>留空表示长期有效。</translation>
        </message>
        <message>
            <source>Review due</source>
            <translation>复审日期</translation>
        </message>
        <message>
            <source>Remind before (days)</source>
            <translation>提前提醒（天）</translation>
        </message>
        <message>
            <source>Checked with issuer</source>
            <translation>查验</translation>
        </message>
        <message>
            <source>Checked on</source>
            <translation>查验日期</translation>
        </message>
        <message>
            <source>Renews</source>
            <translation>换自旧证</translation>
        </message>
        <message>
            <source>Blocks assignment when expired</source>
            <translation>过期停止派工</translation>
        </message>
        <message>
            <source>Revoked</source>
            <translation>已吊销</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
    </context>
    <context>
        <name>Certificates</name>
        <message>
            <source>This certificate was renewed already. Renew the newest one.</source>
            <translation>这张证书已换过，请对最新的一张换证。</translation>
        </message>
        <message>
            <source>The certificate would end before it begins.</source>
            <translation>证书的截止日期早于开始日期。</translation>
        </message>
    </context>
    <context>
        <name>ChartCard</name>
        <message>
            <source>Upper</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <source>Lower</source>
            <translation>下限</translation>
        </message>
        <message>
            <source>above the limit</source>
            <translation>超上限</translation>
        </message>
        <message>
            <source>below the limit</source>
            <translation>低于下限</translation>
        </message>
        <message>
            <source>for reference only</source>
            <translation>仅供参考</translation>
        </message>
        <message>
            <source>The most frequent: {name}, {count} {count:time|times}.</source>
            <translation>最多的是{name}，{count} 次。</translation>
        </message>
        <message>
            <source>All points lie within their limits.</source>
            <translation>所有点都在控制限以内。</translation>
        </message>
        <message>
            <source>Out of its limits: {names}.</source>
            <translation>超出控制限：{names}。</translation>
        </message>
    </context>
    <context>
        <name>Check</name>
        <message>
            <source>The ID number holds no real birth date.</source>
            <translation>证件号码中的出生日期不存在。</translation>
        </message>
        <message>
            <source>An old 15-digit ID number: the new card has 18 digits.</source>
            <translation>这是旧的 15 位证件号码，新证为 18 位。</translation>
        </message>
        <message>
            <source>An ID number has 18 characters, this one has {count}.</source>
            <translation>证件号码应为 18 位，现为 {count} 位。</translation>
        </message>
        <message>
            <source>The check digit does not match: the last character should be {right}.</source>
            <translation>校验不符，末位应为 {right}。</translation>
        </message>
        <message>
            <source>The ID number is not valid.</source>
            <translation>证件号码无效。</translation>
        </message>
        <message>
            <source>The region in the ID number is not known; please look again.</source>
            <translation>证件号码中的地区代码未收录，请再核对一次。</translation>
        </message>
        <message>
            <source>The unified social credit code does not pass its check.</source>
            <translation>统一社会信用代码校验不符。</translation>
        </message>
        <message>
            <source>This date lies before {date}.</source>
            <translation>日期早于 {date}。</translation>
        </message>
        <message>
            <source>This lies between {low} and {high}.</source>
            <translation>应在 {low} 到 {high} 之间。</translation>
        </message>
        <message>
            <source>This does not look like a phone number.</source>
            <translation>看起来不像电话号码。</translation>
        </message>
        <message>
            <source>A mobile number has 11 digits, this one has {count}.</source>
            <translation>手机号码应为 11 位，现为 {count} 位。</translation>
        </message>
        <message>
            <source>The ID number says {date}.</source>
            <translation>证件号码显示为 {date}。</translation>
        </message>
        <message>
            <source>The birth date lies in the future.</source>
            <translation>出生日期在今天之后。</translation>
        </message>
        <message>
            <source>That would be an age of {age} {age:year|years}.</source>
            <translation>按此日期年龄为 {age} 岁。</translation>
        </message>
        <message>
            <source>At that date the person was {age}; nobody under 16 may be employed.</source>
            <translation>该日期时年龄为 {age} 岁，不得使用未满 16 周岁人员。</translation>
        </message>
        <message>
            <source>Please enter the day of leaving.</source>
            <translation>请填写离职日期。</translation>
        </message>
        <message>
            <source>There is a day of leaving, but the status is not "left".</source>
            <translation>已填离职日期，但状态不是“离职”。</translation>
        </message>
        <message>
            <source>The ID card has expired.</source>
            <translation>证件已过期。</translation>
        </message>
        <message>
            <source>Without a client this site will not appear in any client's report.</source>
            <translation>没有填客户：这个项目点不会出现在任何客户的报告里。</translation>
        </message>
        <message>
            <source>There are two areas with this name.</source>
            <translation>有两个区域同名。</translation>
        </message>
        <message>
            <source>This date lies in the future.</source>
            <translation>日期在今天之后。</translation>
        </message>
        <message>
            <source>A session in the future cannot be marked as held.</source>
            <translation>日期在今天之后的班次不能标为已举办。</translation>
        </message>
        <message>
            <source>Nobody is marked as present, so nobody gets a training record.</source>
            <translation>没有人标为出席或迟到，所以不会产生培训记录。</translation>
        </message>
        <message>
            <source>This person stands in the list twice.</source>
            <translation>此人在名单中出现两次。</translation>
        </message>
        <message>
            <source>An inspection cannot lie in the future.</source>
            <translation>检查日期不能在今天之后。</translation>
        </message>
        <message>
            <source>No inspection is named as the source.</source>
            <translation>来源为检查，但未指定检查记录。</translation>
        </message>
        <message>
            <source>Mended: {finding}</source>
            <translation>已修复：{finding}</translation>
        </message>
    </context>
    <context>
        <name>CheckSheet</name>
        <message>
            <source>Inspection check sheet</source>
            <translation>检查单</translation>
        </message>
        <message>
            <source>Summary and signatures</source>
            <translation>小结和签字</translation>
        </message>
        <message>
            <source>For the client</source>
            <translation>客户方</translation>
        </message>
        <message>
            <source>Date and time</source>
            <translation>日期和时间</translation>
        </message>
        <message>
            <source>Pass mark {mark}</source>
            <translation>合格线 {mark}</translation>
        </message>
        <message>
            <source>{mark} critical: if it fails, the whole inspection fails</source>
            <translation>{mark} 为关键项：一项不合格，整次不合格</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Rating (tick one)</source>
            <translation>评定（勾一个）</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>分值</translation>
        </message>
        <message>
            <source>corrected on the spot</source>
            <translation>已当场整改</translation>
        </message>
    </context>
    <context>
        <name>Checklist</name>
        <message>
            <source>Checklists</source>
            <translation>检查表</translation>
        </message>
        <message>
            <source>checklist</source>
            <translation>检查表</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Checklist</source>
            <translation>检查表</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Edition</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Service type</source>
            <translation>服务类型</translation>
        </message>
        <message>
            <source>Scoring</source>
            <translation>计分方法</translation>
        </message>
        <message>
            <source>Pass mark (%)</source>
            <translation>合格线（%）</translation>
        </message>
        <message>
            <source>80 is proposed. Empty: inspections are not rated.</source>
            <translation>先填好 80，可以改；留空则检查结果为“未评定”。</translation>
        </message>
        <message>
            <source>In force from</source>
            <translation>生效日期</translation>
        </message>
        <message>
            <source>Reason for the change</source>
            <translation>变更原因</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>检查项</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>分区</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>检查项</translation>
        </message>
        <message>
            <source>Requirement</source>
            <translation>要求</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>分值</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>评定</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>方法</translation>
        </message>
        <message>
            <source>Critical</source>
            <translation>关键项</translation>
        </message>
        <message>
            <source>Severity if failed</source>
            <translation>不合格严重程度</translation>
        </message>
        <message>
            <source>Note if failed</source>
            <translation>不合格须备注</translation>
        </message>
        <message>
            <source>Photo if failed</source>
            <translation>不合格须拍照</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>ChecklistScreen</name>
        <message>
            <source>Items {count}</source>
            <translation>检查项 {count}</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>检查项</translation>
        </message>
    </context>
    <context>
        <name>Checklists</name>
        <message>
            <source>Put in force</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Only a draft can be put in force.</source>
            <translation>只有草稿才能启用。</translation>
        </message>
        <message>
            <source>Only a checklist in force can be retired.</source>
            <translation>只有启用中的检查表才能停用。</translation>
        </message>
        <message>
            <source>There is a draft of this checklist already. Finish it first.</source>
            <translation>这份检查表已有草稿，请先完成它。</translation>
        </message>
        <message>
            <source>The checklist has no items.</source>
            <translation>检查表没有检查项。</translation>
        </message>
        <message>
            <source>No item has points, so nothing can be scored.</source>
            <translation>没有一项设了分值，无法计分。</translation>
        </message>
    </context>
    <context>
        <name>Chosen</name>
        <message>
            <source>Too many rows</source>
            <translation>选中的太多</translation>
        </message>
        <message>
            <source>At most {most} {most:row|rows} can be worked on at once; nothing was changed. Choose fewer, by a filter or by Shift and a click.</source>
            <translation>一次最多处理 {most} 行；什么都没有改动。请用筛选，或者按住 Shift 点击，少选一些。</translation>
        </message>
    </context>
    <context>
        <name>Cli</name>
        <message>
            <source>A file or folder cannot be used: {reason}.</source>
            <translation>有文件或文件夹无法使用：{reason}。</translation>
        </message>
        <message>
            <source>Stopped.</source>
            <translation>已中止。</translation>
        </message>
        <message>
            <source>"{words}" is not in the encoding of this terminal (UTF-8 is needed).</source>
            <translation>“{words}”不是本终端的编码（需要 UTF-8）。</translation>
        </message>
        <message>
            <source>No password: set the variable {name}, or run this in a terminal to be asked.</source>
            <translation>没有密码：请设置变量 {name}，或在终端中运行以便输入。</translation>
        </message>
        <message>
            <source>The two passwords differ. Nothing was made.</source>
            <translation>两次输入的密码不一致，没有建立任何内容。</translation>
        </message>
        <message>
            <source>No new password: set the variable {name}, or run this in a terminal to be asked.</source>
            <translation>没有新密码：请设置变量 {name}，或在终端中运行以便输入。</translation>
        </message>
        <message>
            <source>The two passwords differ. Nothing was changed.</source>
            <translation>两次输入的密码不一致，没有更改。</translation>
        </message>
        <message>
            <source>The library is ready: {folder}</source>
            <translation>资料库已建立：{folder}</translation>
        </message>
        <message>
            <source>Recovery code (write it down; it opens the library when the password is lost): {code}</source>
            <translation>恢复码（请抄下保存；忘记密码时可用它打开资料库）：{code}</translation>
        </message>
        <message>
            <source>"{kind}" cannot be imported.</source>
            <translation>“{kind}”不能导入。</translation>
        </message>
        <message>
            <source>The rejected rows go to a workbook: its name must end in .xlsx.</source>
            <translation>问题行存入工作簿：文件名须以 .xlsx 结尾。</translation>
        </message>
        <message>
            <source>… and {count} more.</source>
            <translation>…另有 {count} 条。</translation>
        </message>
        <message>
            <source>The file {file} cannot be read.</source>
            <translation>无法读取文件 {file}。</translation>
        </message>
        <message>
            <source>"{month}" is not a month. Write it like 2026-11.</source>
            <translation>“{month}”不是月份，请写成 2026-11 的形式。</translation>
        </message>
        <message>
            <source>The file {file} exists already and is not overwritten.</source>
            <translation>文件 {file} 已存在，不会覆盖。</translation>
        </message>
        <message>
            <source>The library is sound.</source>
            <translation>资料库完好。</translation>
        </message>
        <message>
            <source>Problems found: {count}.</source>
            <translation>发现问题 {count} 处。</translation>
        </message>
        <message>
            <source>The password is changed; the recovery code stays.</source>
            <translation>密码已修改；恢复码不变。</translation>
        </message>
        <message>
            <source>Backups made before still open with the old password. If somebody may know it, make a new backup and delete the old ones.</source>
            <translation>以前的备份仍用旧密码打开。如果旧密码可能已被他人知道，请新做一份备份，并删除旧备份。</translation>
        </message>
        <message>
            <source>{count} {count:attachment is|attachments are} missing or damaged in the library itself, so {count:it is|they are} not in the backup. Everything else is.</source>
            <translation>资料库里有 {count} 个附件丢失或损坏，所以备份里没有它们；其他内容都在。</translation>
        </message>
        <message>
            <source>The backup is whole: made {moment}, {rows} {rows:row|rows}, {files} {files:attachment|attachments} in it, history {anchor}.</source>
            <translation>备份完好：{moment} 制作，共 {rows} 行数据，含附件 {files} 个，修改记录 {anchor}。</translation>
        </message>
        <message>
            <source>{count} {count:attachment was|attachments were} missing or damaged when it was made, so {count:it is|they are} not in it.</source>
            <translation>做备份时有 {count} 个附件已经丢失或损坏，所以不在里面。</translation>
        </message>
        <message>
            <source>{count} {count:attachment is|attachments are} neither in the backup nor beside it. Everything else is restored.</source>
            <translation>有 {count} 个附件备份里没有，旁边也找不到；其他内容都已还原。</translation>
        </message>
    </context>
    <context>
        <name>Client</name>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>Unified social credit code</source>
            <translation>统一社会信用代码</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Industry</source>
            <translation>行业</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Account owner</source>
            <translation>客户负责人</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>备岗负责人</translation>
        </message>
        <message>
            <source>Service hotline</source>
            <translation>服务热线</translation>
        </message>
        <message>
            <source>Contact every (days)</source>
            <translation>沟通周期（天）</translation>
        </message>
        <message>
            <source>Agrees to names in reports</source>
            <translation>同意报告中列出姓名</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Confidential note</source>
            <translation>保密备注</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Never printed in any report.</source>
            <translation>不会出现在任何报告中。</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>ColumnsStep</name>
        <message>
            <source>&amp;Save mapping…</source>
            <translation>保存列对应(&amp;S)…</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>对应列</translation>
        </message>
        <message>
            <source>Column of the file</source>
            <translation>表格列</translation>
        </message>
        <message>
            <source>Example</source>
            <translation>示例</translation>
        </message>
        <message>
            <source>Becomes</source>
            <translation>对应字段</translation>
        </message>
        <message>
            <source>How it is read</source>
            <translation>识别方式</translation>
        </message>
        <message>
            <source>{count} {count:word|words} translated…</source>
            <translation>已对照 {count} 个词…</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Field for the column {heading}</source>
            <translation>“{heading}”列对应的字段</translation>
        </message>
        <message>
            <source>not imported</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>serves a rule</source>
            <translation>用于规则</translation>
        </message>
        <message>
            <source>row number</source>
            <translation>行号</translation>
        </message>
        <message>
            <source>{mapped} of {count} {count:column|columns} {mapped:is|are} taken</source>
            <translation>共 {count} 列，已对应 {mapped} 列</translation>
        </message>
        <message>
            <source>{mapped} of {count} {count:column|columns} {mapped:is|are} taken; nothing fills: {missing}</source>
            <translation>共 {count} 列，已对应 {mapped} 列；还缺：{missing}</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Date format of {heading}</source>
            <translation>“{heading}”的日期格式</translation>
        </message>
        <message>
            <source>every clear date</source>
            <translation>自动识别日期</translation>
        </message>
        <message>
            <source>What its words mean…</source>
            <translation>对照词表…</translation>
        </message>
        <message>
            <source>as it stands</source>
            <translation>按原样</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>Go to</source>
            <translation>转到</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Do</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Language and look</source>
            <translation>语言与外观</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>指南</translation>
        </message>
        <message>
            <source>the library is open for reading only</source>
            <translation>资料库以只读方式打开</translation>
        </message>
        <message>
            <source>there is nothing to undo</source>
            <translation>没有可撤销的操作</translation>
        </message>
        <message>
            <source>there is nothing to redo</source>
            <translation>没有可重做的操作</translation>
        </message>
        <message>
            <source>Make a monthly report</source>
            <translation>做月度报告</translation>
        </message>
        <message>
            <source>sign, issue, PDF, client report, month</source>
            <translation>签名,签发,月报,客户报告,PDF,出报告</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>safety copy, save, USB stick</source>
            <translation>存一份,保存,U盘,备份资料库</translation>
        </message>
        <message>
            <source>Restore from a backup</source>
            <translation>从备份还原</translation>
        </message>
        <message>
            <source>go back, put back, older state, drill</source>
            <translation>还原,恢复,找回,回到以前,演练</translation>
        </message>
        <message>
            <source>Verify a PDF file</source>
            <translation>核验 PDF 文件</translation>
        </message>
        <message>
            <source>signature, genuine, check a report</source>
            <translation>签名,真伪,检查报告,验真</translation>
        </message>
        <message>
            <source>Check the library for damage</source>
            <translation>检查资料库有没有损坏</translation>
        </message>
        <message>
            <source>health, repair, broken</source>
            <translation>体检,修复,坏了</translation>
        </message>
        <message>
            <source>Reminders as a calendar file</source>
            <translation>把提醒存成日历文件</translation>
        </message>
        <message>
            <source>ics, Outlook, telephone, due dates, expiry</source>
            <translation>ics,日程,手机日历,到期,过期</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>take back, mistake</source>
            <translation>撤回,后悔,弄错了</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>do again</source>
            <translation>恢复撤销,chongzuo,cz</translation>
        </message>
        <message>
            <source>Undo several steps</source>
            <translation>一次撤销几步</translation>
        </message>
        <message>
            <source>history of steps, go back</source>
            <translation>操作步骤,退回,连续撤销</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>close the library, password, leave the desk, another library</source>
            <translation>关闭资料库,离开座位,换一个资料库,锁屏</translation>
        </message>
        <message>
            <source>Change the password</source>
            <translation>修改密码</translation>
        </message>
        <message>
            <source>secret, security</source>
            <translation>改密码,口令,安全</translation>
        </message>
        <message>
            <source>Search everywhere</source>
            <translation>到处搜索</translation>
        </message>
        <message>
            <source>find, command</source>
            <translation>查找,找,命令</translation>
        </message>
        <message>
            <source>Help about this place</source>
            <translation>查看这里的帮助</translation>
        </message>
        <message>
            <source>guide, manual, how to</source>
            <translation>帮助,手册,说明书,怎么用</translation>
        </message>
        <message>
            <source>Sheet of all keys</source>
            <translation>快捷键总表</translation>
        </message>
        <message>
            <source>shortcuts, hotkeys, keyboard</source>
            <translation>快捷键,热键,键盘,按键</translation>
        </message>
        <message>
            <source>Next page of this area</source>
            <translation>本栏下一页</translation>
        </message>
        <message>
            <source>Previous page of this area</source>
            <translation>本栏上一页</translation>
        </message>
        <message>
            <source>New {kind}</source>
            <translation>新建{kind}</translation>
        </message>
        <message>
            <source>add, enter, create</source>
            <translation>添加,增加,录入,登记</translation>
        </message>
        <message>
            <source>Import {kind} from Excel</source>
            <translation>从 Excel 导入{kind}</translation>
        </message>
        <message>
            <source>spreadsheet, csv, WPS, take over</source>
            <translation>表格,电子表格,批量,csv,WPS</translation>
        </message>
        <message>
            <source>open, list, {area}</source>
            <translation>打开,列表,{area}</translation>
        </message>
        <message>
            <source>中文</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>Chinese, language</source>
            <translation>汉语,切换语言</translation>
        </message>
        <message>
            <source>English</source>
            <translation>English</translation>
        </message>
        <message>
            <source>language</source>
            <translation>英文,英语,切换语言</translation>
        </message>
        <message>
            <source>theme, dark mode, colours</source>
            <translation>主题,深色模式,夜间,浅色,颜色</translation>
        </message>
        <message>
            <source>font size, text size, zoom</source>
            <translation>字号,字体大小,放大,缩小</translation>
        </message>
        <message>
            <source>Guide: {page}</source>
            <translation>指南：{page}</translation>
        </message>
        <message>
            <source>help, manual, how to</source>
            <translation>帮助,手册,说明书,怎么用</translation>
        </message>
    </context>
    <context>
        <name>Company</name>
        <message>
            <source>Company profile</source>
            <translation>公司资料</translation>
        </message>
        <message>
            <source>company profile</source>
            <translation>公司资料</translation>
        </message>
        <message>
            <source>Legal name</source>
            <translation>公司全称</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Short name</source>
            <translation>简称</translation>
        </message>
        <message>
            <source>Unified social credit code</source>
            <translation>统一社会信用代码</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Service hotline</source>
            <translation>服务热线</translation>
        </message>
        <message>
            <source>Reports prepared by</source>
            <translation>报告编制人</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Reports reviewed by</source>
            <translation>报告审核人</translation>
        </message>
        <message>
            <source>Reports approved by</source>
            <translation>报告批准人</translation>
        </message>
        <message>
            <source>Objection period (days)</source>
            <translation>异议期（天）</translation>
        </message>
        <message>
            <source>Smallest sample for a rate</source>
            <translation>比率最小样本数</translation>
        </message>
        <message>
            <source>Below it a rate is marked as a small sample.</source>
            <translation>低于此数时，比率标注“样本不足”。</translation>
        </message>
        <message>
            <source>Logo</source>
            <translation>标志</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Seal image</source>
            <translation>公章图片</translation>
        </message>
        <message>
            <source>The company's own seal; the program draws none.</source>
            <translation>请使用公司自己的公章图片，程序不代画公章。</translation>
        </message>
        <message>
            <source>Signature image</source>
            <translation>签名图片</translation>
        </message>
        <message>
            <source>The company needs a name.</source>
            <translation>请填写公司名称。</translation>
        </message>
        <message>
            <source>Fill in the legal name first: the certificate carries it.</source>
            <translation>请先填写公司全称：证书中要写明。</translation>
        </message>
        <message>
            <source>There is no signing identity yet. Create or import one first.</source>
            <translation>还没有签名证书，请先新建或导入。</translation>
        </message>
    </context>
    <context>
        <name>CompanyPage</name>
        <message>
            <source>&amp;Save</source>
            <translation>保存(&amp;S)</translation>
        </message>
        <message>
            <source>Company profile</source>
            <translation>公司资料</translation>
        </message>
        <message>
            <source>This stands on every report.</source>
            <translation>印在每份报告上</translation>
        </message>
    </context>
    <context>
        <name>ConsentsCard</name>
        <message>
            <source>Consents missing</source>
            <translation>缺少同意</translation>
        </message>
        <message>
            <source>Staff in work without a general consent, or without the separate one for ID number, health data or photo. Consents stand on the staff file; attach the signed paper there.</source>
            <translation>在职人员中，没有一般同意，或缺少身份证号、健康信息、照片的单独同意。同意记录在人员档案里填写，签字的纸质件扫描后附在档案里。</translation>
        </message>
        <message>
            <source>Everybody has given the consents asked for.</source>
            <translation>需要的同意都已取得。</translation>
        </message>
        <message>
            <source>E&amp;xport…</source>
            <translation>导出(&amp;X)…</translation>
        </message>
        <message>
            <source>P&amp;rint…</source>
            <translation>打印(&amp;R)…</translation>
        </message>
        <message>
            <source>{count} {count:person|people}</source>
            <translation>{count} 人</translation>
        </message>
        <message>
            <source>… and {count} more; export or print them all.</source>
            <translation>…还有 {count} 人；导出或打印可看全部。</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Record…</source>
            <translation>登记…</translation>
        </message>
        <message>
            <source>Record consents</source>
            <translation>登记同意</translation>
        </message>
        <message>
            <source>Given on</source>
            <translation>同意日期</translation>
        </message>
        <message>
            <source>Signed paper</source>
            <translation>签字纸质件</translation>
        </message>
        <message>
            <source>Photo or scan; may follow later</source>
            <translation>照片或扫描件，可以以后再补</translation>
        </message>
        <message>
            <source>Record them</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Missing consents {day}.xlsx</source>
            <translation>缺少的同意 {day}.xlsx</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Rows exported: {count}</source>
            <translation>已导出 {count} 行</translation>
        </message>
    </context>
    <context>
        <name>Contract</name>
        <message>
            <source>Contracts</source>
            <translation>合同</translation>
        </message>
        <message>
            <source>contract</source>
            <translation>合同</translation>
        </message>
        <message>
            <source>Contract no.</source>
            <translation>合同编号</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>合同</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>From</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>To</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>Renewal notice (days)</source>
            <translation>续约提醒（天）</translation>
        </message>
        <message>
            <source>Amount per month (yuan)</source>
            <translation>月金额（元）</translation>
        </message>
        <message>
            <source>Payment basis</source>
            <translation>计费依据</translation>
        </message>
        <message>
            <source>Client's own headcount</source>
            <translation>客户自有人数</translation>
        </message>
        <message>
            <source>For the 10 % reference value of labour dispatch.</source>
            <translation>用于核对劳务派遣 10 % 的参考比例。</translation>
        </message>
        <message>
            <source>Sites covered</source>
            <translation>覆盖项目点</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>约定指标</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Target (% or points)</source>
            <translation>目标（% 或分）</translation>
        </message>
        <message>
            <source>Deduction rule</source>
            <translation>扣款规则</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>Course</name>
        <message>
            <source>Courses</source>
            <translation>课程</translation>
        </message>
        <message>
            <source>course</source>
            <translation>课程</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>课程</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Phase</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Way of teaching</source>
            <translation>授课方式</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>学时</translation>
        </message>
        <message>
            <source>Repeat after (months)</source>
            <translation>复训周期（月）</translation>
        </message>
        <message>
            <source>Empty: once is enough.</source>
            <translation>留空表示只需一次。</translation>
        </message>
        <message>
            <source>Pass mark (%)</source>
            <translation>合格线（%）</translation>
        </message>
        <message>
            <source>Documents taught</source>
            <translation>关联文件</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>Report without personal data</source>
            <translation>不含个人信息的报告</translation>
        </message>
        <message>
            <source>The program made a mistake</source>
            <translation>程序出错</translation>
        </message>
        <message>
            <source>What was saved is safe, and what you typed is kept as a draft. You can go on; if it happens again, close the program and open it anew.</source>
            <translation>已保存的内容都在，正在输入的内容已存为草稿。可以继续使用；如再次出错，请关闭程序后重新打开。</translation>
        </message>
        <message>
            <source>The program ended unexpectedly last time</source>
            <translation>程序上次意外退出</translation>
        </message>
        <message>
            <source>What was saved is safe. What you had typed comes back when you open the library.</source>
            <translation>已保存的内容都在。打开资料库后，当时正在输入的内容会恢复。</translation>
        </message>
        <message>
            <source>The report holds no personal data and is sent to nobody. If you want help, copy or save it and pass it on yourself.</source>
            <translation>报告不含个人信息，也不会发送给任何人。如需帮助，请自行复制或保存后转交。</translation>
        </message>
        <message>
            <source>It is kept as {file}.</source>
            <translation>报告已存为 {file}。</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>复制(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Save…</source>
            <translation>保存(&amp;S)…</translation>
        </message>
        <message>
            <source>Show the &amp;report</source>
            <translation>查看报告(&amp;R)</translation>
        </message>
        <message>
            <source>C&amp;lose</source>
            <translation>关闭(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>继续(&amp;G)</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>保存报告</translation>
        </message>
        <message>
            <source>Text (*.txt)</source>
            <translation>文本 (*.txt)</translation>
        </message>
        <message>
            <source>This did not work</source>
            <translation>操作未成功</translation>
        </message>
    </context>
    <context>
        <name>Crashes</name>
        <message>
            <source>The report cannot be written there. Choose another folder; the copy in the log folder is kept.</source>
            <translation>报告无法写到那里。请另选文件夹；日志文件夹里的那一份仍在。</translation>
        </message>
    </context>
    <context>
        <name>Damage</name>
        <message>
            <source>There is no room to set the damaged files aside and to make a new database: {need} MB are needed, {free} MB are free. Make room, then begin again; nothing was changed.</source>
            <translation>空间不足，无法另存损坏的文件并生成新数据库：需要 {need} MB，剩余 {free} MB。请腾出空间后重新开始；什么都没有改动。</translation>
        </message>
        <message>
            <source>The damaged files could not be set aside in {folder}: {reason}. Nothing was changed; check the disk, or copy the whole folder elsewhere and begin again there.</source>
            <translation>无法把损坏的文件另存到 {folder}：{reason}。什么都没有改动；请检查磁盘，或把整个文件夹复制到别处再重新开始。</translation>
        </message>
        <message>
            <source>Nothing can be read of the database of {folder}, and there is no whole backup beside it. Look for a backup elsewhere and restore that; nothing was changed.</source>
            <translation>{folder} 的数据库完全无法读出，旁边也没有完好的备份。请到别处找一份备份来还原；没有作任何改动。</translation>
        </message>
        <message>
            <source>{table}: {kept} saved, up to {missing} missing</source>
            <translation>{table}：已找回 {kept}，最多缺失 {missing}</translation>
        </message>
        <message>
            <source>{table}: {kept} saved, {again} of them from a backup or the history</source>
            <translation>{table}：已找回 {kept}，其中 {again} 来自备份或修改记录</translation>
        </message>
        <message>
            <source>{table}: {kept} saved</source>
            <translation>{table}：已找回 {kept}</translation>
        </message>
        <message>
            <source>Everything could be read: nothing is missing.</source>
            <translation>全部都能读出，没有缺失。</translation>
        </message>
        <message>
            <source>Every record is whole. {count} attached {count:file is|files are} missing or damaged and {count:stands|stand} in the list: attach {count:it|them} again afterwards.</source>
            <translation>所有记录都完好。{count} 个附件丢失或损坏，见清单：请事后重新添加。</translation>
        </message>
        <message>
            <source>{bad} of {pages} {pages:page|pages} {bad:is|are} damaged, and everything on them could be brought back: nothing is missing.</source>
            <translation>{pages} 页中有 {bad} 页损坏，其中的内容全部找回，没有缺失。</translation>
        </message>
        <message>
            <source>{bad} of {pages} {pages:page|pages} {bad:is|are} damaged. What is missing stands in the list.</source>
            <translation>{pages} 页中有 {bad} 页损坏。缺失的内容见清单。</translation>
        </message>
        <message>
            <source>{table}: up to {missing} {missing:is|are} missing</source>
            <translation>{table}：最多缺失 {missing}</translation>
        </message>
        <message>
            <source>{table}: "{name}" is missing</source>
            <translation>{table}：“{name}”缺失</translation>
        </message>
        <message>
            <source>{table}: no. {number} is missing</source>
            <translation>{table}：第 {number} 号缺失</translation>
        </message>
        <message>
            <source>The newest {count} {count:entry|entries} of the history {count:is|are} missing: what {count:it|they} entered or changed may be missing or hold older values</source>
            <translation>最新的 {count} 条修改记录缺失：它们录入或修改的内容可能缺失，也可能是旧值</translation>
        </message>
        <message>
            <source>{count} {count:act|acts} of the history {count:has|have} lost what {count:it|they} did</source>
            <translation>有 {count} 次操作缺失具体的改动内容</translation>
        </message>
        <message>
            <source>{count} {count:act|acts} of the history {count:has|have} lost who did {count:it|them} and when</source>
            <translation>{count} 个操作已不知道由谁、何时进行</translation>
        </message>
        <message>
            <source>{count} {count:row|rows} could be read, but not where {count:it belongs|they belong}; {count:it was|they were} left out</source>
            <translation>有 {count} 行能读出，但无法确定归属，未收入</translation>
        </message>
        <message>
            <source>The attached file "{name}" is missing or damaged</source>
            <translation>附件“{name}”缺失或损坏</translation>
        </message>
        <message>
            <source>Entries {first} to {last} of the history are missing</source>
            <translation>修改记录第 {first} 至 {last} 条缺失</translation>
        </message>
    </context>
    <context>
        <name>DamagePage</name>
        <message>
            <source>Set aside</source>
            <translation>另存</translation>
        </message>
        <message>
            <source>Examine</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>选择</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>显示密码</translation>
        </message>
        <message>
            <source>Password or recovery code</source>
            <translation>密码或恢复码</translation>
        </message>
        <message>
            <source>&amp;Set aside and examine</source>
            <translation>另存并检查(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Save what can be saved</source>
            <translation>尽量找回(&amp;S)</translation>
        </message>
        <message>
            <source>Put &amp;back the backup…</source>
            <translation>还原备份(&amp;B)…</translation>
        </message>
        <message>
            <source>Save the &amp;list…</source>
            <translation>保存清单(&amp;L)…</translation>
        </message>
        <message>
            <source>&amp;Open the library</source>
            <translation>打开资料库(&amp;O)</translation>
        </message>
        <message>
            <source>Lea&amp;ve</source>
            <translation>离开(&amp;V)</translation>
        </message>
        <message>
            <source>"{name}" is damaged</source>
            <translation>“{name}”已损坏</translation>
        </message>
        <message>
            <source>Nothing is lost by looking. First a copy of the damaged files is set aside in the library's folder; nobody touches it again. Then the program reads what can be read and shows you what can be done. Only your choice changes anything.</source>
            <translation>检查不会丢失任何内容。程序先把损坏的文件复制一份，另存在资料库文件夹里，以后谁也不再动它；然后读出还能读的内容，告诉您可以怎么办。只有您作出选择后才会改动。</translation>
        </message>
        <message>
            <source>Do not delete or move anything in the folder meanwhile.</source>
            <translation>在此期间请不要删除或移动文件夹里的任何文件。</translation>
        </message>
        <message>
            <source>What to do about the damage</source>
            <translation>损坏：怎么办</translation>
        </message>
        <message>
            <source>Setting aside, then reading page by page…</source>
            <translation>正在另存，然后逐页读取…</translation>
        </message>
        <message>
            <source>The damaged files are set aside in {name}.</source>
            <translation>损坏的文件已另存在 {name}。</translation>
        </message>
        <message>
            <source>Nothing of the database can be read.</source>
            <translation>数据库完全无法读出。</translation>
        </message>
        <message>
            <source>1. Save what can be saved (recommended)</source>
            <translation>1. 尽量找回（推荐）</translation>
        </message>
        <message>
            <source>A new database is made of every readable page, of the newest backup and of the history. It keeps what was entered after the backup.</source>
            <translation>用能读出的每一页、最新的备份和修改记录拼成新的数据库。备份之后录入的内容也会保留。</translation>
        </message>
        <message>
            <source>2. Put back the backup of {moment}</source>
            <translation>2. 还原 {moment} 的备份</translation>
        </message>
        <message>
            <source>Put back the backup of {moment}</source>
            <translation>还原 {moment} 的备份</translation>
        </message>
        <message>
            <source>Everything is as it was then. Nothing is known to have been done since.</source>
            <translation>一切回到那时。没有发现之后的操作。</translation>
        </message>
        <message>
            <source>Everything is as it was then. {count:This act|These acts} since then would be lost:</source>
            <translation>一切回到那时。之后的这 {count} 个操作会丢失：</translation>
        </message>
        <message>
            <source>{count} {count:act|acts} after the backup would be lost. The damaged files stay set aside.</source>
            <translation>备份之后的 {count} 个操作会丢失。损坏的文件仍然另存着。</translation>
        </message>
        <message>
            <source>Everything is as it was then. What was entered since is lost.</source>
            <translation>一切回到那时。之后录入的内容会丢失。</translation>
        </message>
        <message>
            <source>There is no whole backup in the library's folder. If you have one on a stick or another disk, leave here and restore it into an empty folder.</source>
            <translation>资料库文件夹里没有完好的备份。如果 U 盘或另一块磁盘上有，请离开此处，把它还原到一个空文件夹。</translation>
        </message>
        <message>
            <source>Putting the new database in place and checking it…</source>
            <translation>正在换上新的数据库并检查…</translation>
        </message>
        <message>
            <source>Put back the backup</source>
            <translation>还原备份</translation>
        </message>
        <message>
            <source>&amp;Put back</source>
            <translation>还原(&amp;P)</translation>
        </message>
        <message>
            <source>Putting the backup in place and checking it…</source>
            <translation>正在换上备份并检查…</translation>
        </message>
        <message>
            <source>The library can be opened. Something is left:</source>
            <translation>资料库可以打开。还有这些问题：</translation>
        </message>
        <message>
            <source>The library is sound again: every page, row and entry was checked.</source>
            <translation>资料库恢复完好：每一页、每一行、每一条记录都检查过了。</translation>
        </message>
        <message>
            <source>The damaged files are kept in {name}. Delete that folder by hand when you are sure that nothing is missing.</source>
            <translation>损坏的文件保存在 {name}。确定没有缺失之后，可以手动删除这个文件夹。</translation>
        </message>
        <message>
            <source>What is missing stands in the list: save it before you go on, so that it can be entered again.</source>
            <translation>缺失的内容都在清单里：请先保存清单，以便重新录入。</translation>
        </message>
        <message>
            <source>Disks that damage one file damage others: copy the library elsewhere and have the disk looked at.</source>
            <translation>磁盘坏了一个文件，往往还会坏别的：请把资料库复制到别处，并检查这块磁盘。</translation>
        </message>
        <message>
            <source>Save the list of what is missing</source>
            <translation>保存缺失清单</translation>
        </message>
        <message>
            <source>missing.txt</source>
            <translation>缺失清单.txt</translation>
        </message>
        <message>
            <source>Text (*.txt)</source>
            <translation>文本文件 (*.txt)</translation>
        </message>
    </context>
    <context>
        <name>DateEntry</name>
        <message>
            <source>Calendar  Ctrl+Down; today  Ctrl+;</source>
            <translation>日历  Ctrl+↓；今天  Ctrl+;</translation>
        </message>
    </context>
    <context>
        <name>DeletionsCard</name>
        <message>
            <source>Deleted by law</source>
            <translation>依法删除的人</translation>
        </message>
        <message>
            <source>Repeated by itself when an older backup is put back.</source>
            <translation>还原旧备份时，会自动再删一遍。</translation>
        </message>
        <message>
            <source>Nobody's data have been deleted yet.</source>
            <translation>还没有删除过任何人的数据。</translation>
        </message>
    </context>
    <context>
        <name>DetailsDialog</name>
        <message>
            <source>Details of the inspection</source>
            <translation>检查信息</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>DifferenceView</name>
        <message>
            <source>Older edition</source>
            <translation>旧版</translation>
        </message>
        <message>
            <source>Newer edition</source>
            <translation>新版</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>to</source>
            <translation>到</translation>
        </message>
        <message>
            <source>V{edition} {state}</source>
            <translation>V{edition} {state}</translation>
        </message>
        <message>
            <source>There is one edition only. What changes with the next one will be shown here.</source>
            <translation>目前只有一版。下一版改了什么会显示在这里。</translation>
        </message>
        <message>
            <source>Both editions say the same.</source>
            <translation>两版内容相同。</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>+ {count} added</source>
            <translation>+ 新增 {count}</translation>
        </message>
        <message>
            <source>− {count} removed</source>
            <translation>− 删除 {count}</translation>
        </message>
        <message>
            <source>≠ {count} changed</source>
            <translation>≠ 修改 {count}</translation>
        </message>
        <message>
            <source>{count} unchanged</source>
            <translation>未变 {count}</translation>
        </message>
        <message>
            <source>+ added</source>
            <translation>+ 新增</translation>
        </message>
        <message>
            <source>− removed</source>
            <translation>− 删除</translation>
        </message>
        <message>
            <source>≠ changed</source>
            <translation>≠ 修改</translation>
        </message>
        <message>
            <source>{field}: {old} → {new}</source>
            <translation>{field}：{old} → {new}</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
    </context>
    <context>
        <name>DueCard</name>
        <message>
            <source>Due for deletion</source>
            <translation>到期应删除</translation>
        </message>
        <message>
            <source>People who left longer ago than the rules below keep their data, or who withdrew their consent. Restricting takes them out of lists and choices; deleting is final.</source>
            <translation>离职时间已超过下面的保存期限，或撤回了同意的人。限制使用后，列表和选择框里不再出现；删除后不能恢复。</translation>
        </message>
        <message>
            <source>Nobody is due for deletion.</source>
            <translation>现在没有到期应删除的人。</translation>
        </message>
        <message>
            <source>Delete old &amp;backups…</source>
            <translation>删除旧备份(&amp;B)…</translation>
        </message>
        <message>
            <source>A deletion was interrupted before its traces were cleared.</source>
            <translation>上次删除没有清理完就中断了。</translation>
        </message>
        <message>
            <source>&amp;Finish the deletion</source>
            <translation>完成删除(&amp;F)</translation>
        </message>
        <message>
            <source>{count} {count:person|people}</source>
            <translation>{count} 人</translation>
        </message>
        <message>
            <source>{count} {count:backup|backups} in this library, the oldest of {day}, still {count:holds|hold} data that were deleted since.</source>
            <translation>本资料库里还有 {count} 份备份含有后来删除的数据，最早的是 {day}。</translation>
        </message>
        <message>
            <source>Copies on USB sticks and other disks are yours to delete.</source>
            <translation>U盘和其他磁盘上的副本，请自行删除。</translation>
        </message>
        <message>
            <source>{code} · left {left} · due since {due}</source>
            <translation>{code} · {left} 离职 · {due} 起到期</translation>
        </message>
        <message>
            <source>{code} · left {left} · due on {due}</source>
            <translation>{code} · {left} 离职 · {due} 到期</translation>
        </message>
        <message>
            <source>consent withdrawn</source>
            <translation>已撤回同意</translation>
        </message>
        <message>
            <source>restricted</source>
            <translation>已限制使用</translation>
        </message>
        <message>
            <source>Allow again…</source>
            <translation>解除限制…</translation>
        </message>
        <message>
            <source>Restrict the use</source>
            <translation>限制使用</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>删除…</translation>
        </message>
        <message>
            <source>Allow the use again</source>
            <translation>解除使用限制</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Allow it</source>
            <translation>解除限制</translation>
        </message>
        <message>
            <source>Delete the older backups?</source>
            <translation>删除旧备份？</translation>
        </message>
        <message>
            <source>First a fresh backup is made and verified; then every older backup in this library's folder is deleted. What was changed by mistake earlier can then not be brought back.</source>
            <translation>先做一份新备份并核对，然后删除本资料库文件夹里所有更早的备份。删除后，以前误改的内容就不能再找回。</translation>
        </message>
        <message>
            <source>Delete them</source>
            <translation>删除旧备份</translation>
        </message>
        <message>
            <source>Making a fresh backup…</source>
            <translation>正在做一份新备份…</translation>
        </message>
        <message>
            <source>Older backups deleted: {count}</source>
            <translation>已删除旧备份 {count} 份</translation>
        </message>
    </context>
    <context>
        <name>EditionScreen</name>
        <message>
            <source>&amp;New</source>
            <translation>新建(&amp;N)</translation>
        </message>
        <message>
            <source>New record</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>基本资料</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>What changed</source>
            <translation>版本差异</translation>
        </message>
        <message>
            <source>New edition</source>
            <translation>新版</translation>
        </message>
        <message>
            <source>Reason for the change</source>
            <translation>变更原因</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>The new edition starts as a copy. The one in force stays in force until the new one replaces it.</source>
            <translation>新版从现版复制而来。在新版生效前，现版继续有效。</translation>
        </message>
    </context>
    <context>
        <name>EntryPage</name>
        <message>
            <source>Photos</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>返回列表</translation>
        </message>
        <message>
            <source>Details of the inspection</source>
            <translation>检查信息</translation>
        </message>
        <message>
            <source>Check sheet on paper</source>
            <translation>打印检查单</translation>
        </message>
        <message>
            <source>&amp;Submit</source>
            <translation>提交(&amp;S)</translation>
        </message>
        <message>
            <source>This inspection came with a score and no items. Score and result count in the figures.</source>
            <translation>这次检查只带来得分，没有检查项。得分和结果计入统计。</translation>
        </message>
        <message>
            <source>and {count} more</source>
            <translation>还有 {count} 项</translation>
        </message>
        <message>
            <source>Items without an answer: {count}</source>
            <translation>还有 {count} 项未评</translation>
        </message>
        <message>
            <source>inspected by {name}</source>
            <translation>检查人 {name}</translation>
        </message>
        <message>
            <source>Brought back as it was</source>
            <translation>已恢复上次录入</translation>
        </message>
        <message>
            <source>Draft, kept every 5 s</source>
            <translation>草稿 · 每 5 秒自动存</translation>
        </message>
        <message>
            <source>reviewed by {name} on {day}</source>
            <translation>复核 {name} {day}</translation>
        </message>
        <message>
            <source>signed for the client by {name} on {day}</source>
            <translation>客户签字 {name} {day}</translation>
        </message>
        <message>
            <source>void: {reason}</source>
            <translation>作废原因：{reason}</translation>
        </message>
    </context>
    <context>
        <name>Enum</name>
        <message>
            <source>Staff</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Outsider</source>
            <translation>外部人员</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>班组</translation>
        </message>
        <message>
            <source>Resident ID card</source>
            <translation>居民身份证</translation>
        </message>
        <message>
            <source>Passport</source>
            <translation>护照</translation>
        </message>
        <message>
            <source>Other paper</source>
            <translation>其他证件</translation>
        </message>
        <message>
            <source>Male</source>
            <translation>男</translation>
        </message>
        <message>
            <source>Female</source>
            <translation>女</translation>
        </message>
        <message>
            <source>Primary school</source>
            <translation>小学</translation>
        </message>
        <message>
            <source>Junior secondary</source>
            <translation>初中</translation>
        </message>
        <message>
            <source>Senior secondary</source>
            <translation>高中/中专</translation>
        </message>
        <message>
            <source>College</source>
            <translation>大专</translation>
        </message>
        <message>
            <source>Bachelor</source>
            <translation>本科</translation>
        </message>
        <message>
            <source>Postgraduate</source>
            <translation>研究生</translation>
        </message>
        <message>
            <source>Full time</source>
            <translation>全日制</translation>
        </message>
        <message>
            <source>Part time</source>
            <translation>非全日制</translation>
        </message>
        <message>
            <source>Labour dispatch</source>
            <translation>劳务派遣</translation>
        </message>
        <message>
            <source>Outsourced</source>
            <translation>外包</translation>
        </message>
        <message>
            <source>Rehired retiree</source>
            <translation>退休返聘</translation>
        </message>
        <message>
            <source>Intern</source>
            <translation>实习</translation>
        </message>
        <message>
            <source>Candidate</source>
            <translation>候选</translation>
        </message>
        <message>
            <source>Pre-job</source>
            <translation>岗前</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>在岗</translation>
        </message>
        <message>
            <source>Suspended</source>
            <translation>停岗</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>离职</translation>
        </message>
        <message>
            <source>Own wish: pay</source>
            <translation>主动-薪酬</translation>
        </message>
        <message>
            <source>Own wish: family</source>
            <translation>主动-家庭</translation>
        </message>
        <message>
            <source>Own wish: distance</source>
            <translation>主动-距离</translation>
        </message>
        <message>
            <source>Own wish: workload</source>
            <translation>主动-强度</translation>
        </message>
        <message>
            <source>End of contract</source>
            <translation>合同到期</translation>
        </message>
        <message>
            <source>Not fit for the job</source>
            <translation>不胜任</translation>
        </message>
        <message>
            <source>Breach of discipline</source>
            <translation>违纪</translation>
        </message>
        <message>
            <source>Retirement</source>
            <translation>退休</translation>
        </message>
        <message>
            <source>Site closed</source>
            <translation>项目撤场</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已缴</translation>
        </message>
        <message>
            <source>Exempt: retired</source>
            <translation>免缴-退休</translation>
        </message>
        <message>
            <source>Not paid</source>
            <translation>未缴</translation>
        </message>
        <message>
            <source>Cleaning</source>
            <translation>保洁</translation>
        </message>
        <message>
            <source>Guarding</source>
            <translation>保安</translation>
        </message>
        <message>
            <source>Warehouse handling</source>
            <translation>仓储搬运</translation>
        </message>
        <message>
            <source>Line outsourcing</source>
            <translation>产线外包</translation>
        </message>
        <message>
            <source>Care</source>
            <translation>护理</translation>
        </message>
        <message>
            <source>Household service</source>
            <translation>家政</translation>
        </message>
        <message>
            <source>Canteen</source>
            <translation>餐饮</translation>
        </message>
        <message>
            <source>Company culture</source>
            <translation>企业文化</translation>
        </message>
        <message>
            <source>Service idea</source>
            <translation>服务理念</translation>
        </message>
        <message>
            <source>Rules and regulations</source>
            <translation>规章制度</translation>
        </message>
        <message>
            <source>Work process</source>
            <translation>作业流程</translation>
        </message>
        <message>
            <source>Safety rules</source>
            <translation>安全规范</translation>
        </message>
        <message>
            <source>Post skills</source>
            <translation>岗位技能</translation>
        </message>
        <message>
            <source>Quality standards</source>
            <translation>质量标准</translation>
        </message>
        <message>
            <source>Skill upgrade</source>
            <translation>技能提升</translation>
        </message>
        <message>
            <source>New knowledge and law</source>
            <translation>新知识新法规</translation>
        </message>
        <message>
            <source>Service etiquette</source>
            <translation>服务礼仪</translation>
        </message>
        <message>
            <source>Emergency drill</source>
            <translation>应急演练</translation>
        </message>
        <message>
            <source>Industry exchange</source>
            <translation>行业交流</translation>
        </message>
        <message>
            <source>Before the job</source>
            <translation>岗前</translation>
        </message>
        <message>
            <source>On the job</source>
            <translation>在岗</translation>
        </message>
        <message>
            <source>Lecture</source>
            <translation>讲授</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>实操</translation>
        </message>
        <message>
            <source>On-site coaching</source>
            <translation>现场带教</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>视频</translation>
        </message>
        <message>
            <source>Self-study</source>
            <translation>自学</translation>
        </message>
        <message>
            <source>Drill</source>
            <translation>演练</translation>
        </message>
        <message>
            <source>Present</source>
            <translation>出席</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>迟到</translation>
        </message>
        <message>
            <source>Absent</source>
            <translation>缺席</translation>
        </message>
        <message>
            <source>On leave</source>
            <translation>请假</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>合格</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>不合格</translation>
        </message>
        <message>
            <source>Exempt</source>
            <translation>免训</translation>
        </message>
        <message>
            <source>Health certificate</source>
            <translation>健康证</translation>
        </message>
        <message>
            <source>Guard certificate</source>
            <translation>保安员证</translation>
        </message>
        <message>
            <source>Special operation permit</source>
            <translation>特种作业操作证</translation>
        </message>
        <message>
            <source>Special equipment operator</source>
            <translation>特种设备作业人员证</translation>
        </message>
        <message>
            <source>Fire facility operator</source>
            <translation>消防设施操作员</translation>
        </message>
        <message>
            <source>Vocational skill level</source>
            <translation>职业技能等级证书</translation>
        </message>
        <message>
            <source>Elderly care worker</source>
            <translation>养老护理员</translation>
        </message>
        <message>
            <source>Domestic or maternity care</source>
            <translation>家政/母婴</translation>
        </message>
        <message>
            <source>Driving licence</source>
            <translation>驾驶证</translation>
        </message>
        <message>
            <source>No-crime certificate</source>
            <translation>无犯罪证明</translation>
        </message>
        <message>
            <source>Medical examination</source>
            <translation>体检</translation>
        </message>
        <message>
            <source>Accident insurance</source>
            <translation>意外险</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>Expires soon</source>
            <translation>即将到期</translation>
        </message>
        <message>
            <source>Review due</source>
            <translation>待复审</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Renewed</source>
            <translation>已换证</translation>
        </message>
        <message>
            <source>Revoked</source>
            <translation>已吊销</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>未查验</translation>
        </message>
        <message>
            <source>Checked, genuine</source>
            <translation>已查验真</translation>
        </message>
        <message>
            <source>Enterprise</source>
            <translation>企业</translation>
        </message>
        <message>
            <source>Public body</source>
            <translation>政府/事业</translation>
        </message>
        <message>
            <source>Hospital</source>
            <translation>医院</translation>
        </message>
        <message>
            <source>School</source>
            <translation>学校</translation>
        </message>
        <message>
            <source>Park or property</source>
            <translation>园区/物业</translation>
        </message>
        <message>
            <source>Family</source>
            <translation>家庭</translation>
        </message>
        <message>
            <source>Grade A</source>
            <translation>A 级</translation>
        </message>
        <message>
            <source>Grade B</source>
            <translation>B 级</translation>
        </message>
        <message>
            <source>Grade C</source>
            <translation>C 级</translation>
        </message>
        <message>
            <source>Decides</source>
            <translation>决策</translation>
        </message>
        <message>
            <source>Liaison</source>
            <translation>对接</translation>
        </message>
        <message>
            <source>User</source>
            <translation>使用</translation>
        </message>
        <message>
            <source>Finance</source>
            <translation>财务</translation>
        </message>
        <message>
            <source>Service pass rate</source>
            <translation>服务合格率</translation>
        </message>
        <message>
            <source>Item pass rate</source>
            <translation>检查项合格率</translation>
        </message>
        <message>
            <source>First-time pass rate</source>
            <translation>一次检查合格率</translation>
        </message>
        <message>
            <source>Mean inspection score</source>
            <translation>平均检查得分</translation>
        </message>
        <message>
            <source>Problem closure rate</source>
            <translation>整改关闭率</translation>
        </message>
        <message>
            <source>On-time closure rate</source>
            <translation>按期关闭率</translation>
        </message>
        <message>
            <source>Training coverage</source>
            <translation>培训覆盖率</translation>
        </message>
        <message>
            <source>Certificate validity rate</source>
            <translation>持证有效率</translation>
        </message>
        <message>
            <source>Labour outsourcing</source>
            <translation>劳务外包</translation>
        </message>
        <message>
            <source>Property or cleaning contract</source>
            <translation>物业/保洁承包</translation>
        </message>
        <message>
            <source>Guarding service</source>
            <translation>保安服务</translation>
        </message>
        <message>
            <source>Toilet</source>
            <translation>卫生间</translation>
        </message>
        <message>
            <source>Lobby</source>
            <translation>大堂</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>办公</translation>
        </message>
        <message>
            <source>Corridor</source>
            <translation>走廊</translation>
        </message>
        <message>
            <source>Lift</source>
            <translation>电梯</translation>
        </message>
        <message>
            <source>Outdoor</source>
            <translation>外围</translation>
        </message>
        <message>
            <source>Workshop</source>
            <translation>车间</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>Gate</source>
            <translation>门岗</translation>
        </message>
        <message>
            <source>Control room</source>
            <translation>监控室</translation>
        </message>
        <message>
            <source>Ward</source>
            <translation>病区</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>住户</translation>
        </message>
        <message>
            <source>Kitchen</source>
            <translation>厨房</translation>
        </message>
        <message>
            <source>A high</source>
            <translation>A 高</translation>
        </message>
        <message>
            <source>B medium</source>
            <translation>B 中</translation>
        </message>
        <message>
            <source>C low</source>
            <translation>C 低</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Internal review</source>
            <translation>内审</translation>
        </message>
        <message>
            <source>Awaiting client</source>
            <translation>待客户确认</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>执行中</translation>
        </message>
        <message>
            <source>Superseded</source>
            <translation>已被替代</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>Per shift</source>
            <translation>每班</translation>
        </message>
        <message>
            <source>Daily</source>
            <translation>每日</translation>
        </message>
        <message>
            <source>Twice daily</source>
            <translation>每日两次</translation>
        </message>
        <message>
            <source>Weekly</source>
            <translation>每周</translation>
        </message>
        <message>
            <source>Monthly</source>
            <translation>每月</translation>
        </message>
        <message>
            <source>Quarterly</source>
            <translation>每季</translation>
        </message>
        <message>
            <source>On call</source>
            <translation>随叫随到</translation>
        </message>
        <message>
            <source>Daily inspection</source>
            <translation>日常</translation>
        </message>
        <message>
            <source>Patrol</source>
            <translation>巡查</translation>
        </message>
        <message>
            <source>Spot check</source>
            <translation>抽查</translation>
        </message>
        <message>
            <source>Mystery visit</source>
            <translation>暗访</translation>
        </message>
        <message>
            <source>Special inspection</source>
            <translation>专项</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>内审</translation>
        </message>
        <message>
            <source>Handover</source>
            <translation>交接</translation>
        </message>
        <message>
            <source>Environment</source>
            <translation>环境</translation>
        </message>
        <message>
            <source>Skill</source>
            <translation>技能</translation>
        </message>
        <message>
            <source>Retired</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>By eye</source>
            <translation>目视</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>手检</translation>
        </message>
        <message>
            <source>Instrument</source>
            <translation>仪表</translation>
        </message>
        <message>
            <source>Timing</source>
            <translation>计时</translation>
        </message>
        <message>
            <source>Asking</source>
            <translation>询问</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>查记录</translation>
        </message>
        <message>
            <source>Four grades</source>
            <translation>四级评定</translation>
        </message>
        <message>
            <source>Pass or fail</source>
            <translation>合格/不合格</translation>
        </message>
        <message>
            <source>Weighted, N/A left out</source>
            <translation>加权得分率（不适用不计）</translation>
        </message>
        <message>
            <source>Weighted, N/A = full marks</source>
            <translation>加权得分率（不适用计满分）</translation>
        </message>
        <message>
            <source>Deduct from 100</source>
            <translation>百分扣分制</translation>
        </message>
        <message>
            <source>Count of defects</source>
            <translation>缺陷计数</translation>
        </message>
        <message>
            <source>Excellent</source>
            <translation>优</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>良</translation>
        </message>
        <message>
            <source>Fair</source>
            <translation>中</translation>
        </message>
        <message>
            <source>Poor</source>
            <translation>差</translation>
        </message>
        <message>
            <source>Pass</source>
            <translation>合格</translation>
        </message>
        <message>
            <source>Fail</source>
            <translation>不合格</translation>
        </message>
        <message>
            <source>N/A</source>
            <translation>不适用</translation>
        </message>
        <message>
            <source>Submitted</source>
            <translation>已提交</translation>
        </message>
        <message>
            <source>Reviewed</source>
            <translation>已复核</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Not rated</source>
            <translation>未评定</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>录入</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>From paper</source>
            <translation>纸质</translation>
        </message>
        <message>
            <source>Inspection</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Survey</source>
            <translation>调查</translation>
        </message>
        <message>
            <source>Internal audit</source>
            <translation>内审</translation>
        </message>
        <message>
            <source>Self-check</source>
            <translation>自查</translation>
        </message>
        <message>
            <source>Client's notice</source>
            <translation>整改通知</translation>
        </message>
        <message>
            <source>Accident</source>
            <translation>事故</translation>
        </message>
        <message>
            <source>Critical</source>
            <translation>严重</translation>
        </message>
        <message>
            <source>Major</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Minor</source>
            <translation>轻微</translation>
        </message>
        <message>
            <source>Observation</source>
            <translation>观察项</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>发现问题</translation>
        </message>
        <message>
            <source>Cause analysed</source>
            <translation>分析原因</translation>
        </message>
        <message>
            <source>Measures planned</source>
            <translation>制定措施</translation>
        </message>
        <message>
            <source>Corrected</source>
            <translation>实施改进</translation>
        </message>
        <message>
            <source>Effect verified</source>
            <translation>效果验证</translation>
        </message>
        <message>
            <source>Standardised</source>
            <translation>标准化</translation>
        </message>
        <message>
            <source>Current</source>
            <translation>最新</translation>
        </message>
        <message>
            <source>Replaced</source>
            <translation>已被替换</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>佐证</translation>
        </message>
        <message>
            <source>Before correction</source>
            <translation>整改前</translation>
        </message>
        <message>
            <source>After correction</source>
            <translation>整改后</translation>
        </message>
        <message>
            <source>Signed scan</source>
            <translation>签字扫描</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Personal data in general</source>
            <translation>个人信息（一般）</translation>
        </message>
        <message>
            <source>ID number and other sensitive data</source>
            <translation>身份证号等敏感个人信息</translation>
        </message>
        <message>
            <source>Health data</source>
            <translation>健康信息</translation>
        </message>
        <message>
            <source>Bank account</source>
            <translation>银行账户</translation>
        </message>
        <message>
            <source>Photo and likeness</source>
            <translation>照片与肖像</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>This did not work</source>
            <translation>操作未成功</translation>
        </message>
    </context>
    <context>
        <name>Everywhere</name>
        <message>
            <source>On this page</source>
            <translation>本页</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>命令</translation>
        </message>
        <message>
            <source>Further commands</source>
            <translation>其他命令</translation>
        </message>
        <message>
            <source>Nothing found.</source>
            <translation>没有找到。</translation>
        </message>
        <message>
            <source>Chosen last</source>
            <translation>最近用过</translation>
        </message>
        <message>
            <source>Often needed</source>
            <translation>常用</translation>
        </message>
        <message>
            <source>not possible now</source>
            <translation>现在不能用</translation>
        </message>
    </context>
    <context>
        <name>Export</name>
        <message>
            <source>The file {file} exists already and is not overwritten. Choose another name, for example "{other}".</source>
            <translation>文件 {file} 已存在，不会覆盖。请换一个名称，例如“{other}”。</translation>
        </message>
        <message>
            <source>{file} is open in another program. Close it there, or save as "{other}".</source>
            <translation>{file} 正被其他程序打开。请先在那里关闭，或另存为“{other}”。</translation>
        </message>
        <message>
            <source>The disk is full: {file} was not written, and nothing was left behind. Make room or choose another folder.</source>
            <translation>磁盘已满：{file} 没有写入，也没有留下残余文件。请腾出空间或换一个文件夹。</translation>
        </message>
        <message>
            <source>{file} could not be written: {reason}. Choose another folder.</source>
            <translation>无法写入 {file}：{reason}。请换一个文件夹。</translation>
        </message>
        <message>
            <source>the disk is full</source>
            <translation>磁盘已满</translation>
        </message>
        <message>
            <source>the file is larger than the disk allows</source>
            <translation>文件超过磁盘允许的大小</translation>
        </message>
        <message>
            <source>the disk reported an error</source>
            <translation>磁盘读写出错</translation>
        </message>
        <message>
            <source>another program holds it</source>
            <translation>被其他程序占用</translation>
        </message>
        <message>
            <source>the folder may not be written to</source>
            <translation>该文件夹不允许写入</translation>
        </message>
        <message>
            <source>there is no such folder</source>
            <translation>没有这个文件夹</translation>
        </message>
        <message>
            <source>a folder has this name</source>
            <translation>有同名的文件夹</translation>
        </message>
        <message>
            <source>the name is too long</source>
            <translation>名称过长</translation>
        </message>
    </context>
    <context>
        <name>FactsCard</name>
        <message>
            <source>Before correction</source>
            <translation>整改前</translation>
        </message>
        <message>
            <source>After correction and evidence</source>
            <translation>整改后与佐证</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>事实</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>发现</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>责任部门</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>责任人</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>First due</source>
            <translation>最初期限</translation>
        </message>
        <message>
            <source>{day}, extended {count} ×</source>
            <translation>{day}，已延期 {count} 次</translation>
        </message>
        <message>
            <source>Repeat of</source>
            <translation>重复问题</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>质量成本</translation>
        </message>
        <message>
            <source>{amount} yuan</source>
            <translation>{amount} 元</translation>
        </message>
        <message>
            <source>Containment</source>
            <translation>应急措施</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Void because</source>
            <translation>作废原因</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Failed item</source>
            <translation>不合格项</translation>
        </message>
    </context>
    <context>
        <name>Fetch</name>
        <message>
            <source>the trash of the library</source>
            <translation>资料库的附件回收区</translation>
        </message>
        <message>
            <source>the second place</source>
            <translation>备用位置</translation>
        </message>
        <message>
            <source>the backup {file}</source>
            <translation>备份 {file}</translation>
        </message>
        <message>
            <source>The copies could not be written to the folder attachments: {reason}. Nothing was changed; try again in a moment.</source>
            <translation>取回的附件写不进文件夹 attachments：{reason}。什么都没有改动；请稍后再试。</translation>
        </message>
        <message>
            <source>The backup {file} cannot be read: {reason}. Plug the stick in again or choose another backup; nothing was changed.</source>
            <translation>备份 {file} 读不出来：{reason}。请重新插好 U 盘，或换一个备份；什么都没有改动。</translation>
        </message>
        <message>
            <source>The backup {file} belongs to another library, so none of these files is in it. Choose another one; nothing was changed.</source>
            <translation>备份 {file} 属于另一个资料库，里面没有这些附件。请换一个；什么都没有改动。</translation>
        </message>
    </context>
    <context>
        <name>FieldsDialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>显示密码</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Pictures and PDF (*.png *.jpg *.jpeg *.pdf)</source>
            <translation>图片和 PDF (*.png *.jpg *.jpeg *.pdf)</translation>
        </message>
        <message>
            <source>This must be filled in.</source>
            <translation>此项必填。</translation>
        </message>
        <message>
            <source>This is no date. Write 2026-11-22, 2026.5.1 or 5.1.</source>
            <translation>这不是日期。请写 2026-11-22、2026.5.1 或 5.1。</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>正在处理…</translation>
        </message>
        <message>
            <source>Cancelled; nothing was changed.</source>
            <translation>已取消，没有任何更改。</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>没有成功</translation>
        </message>
    </context>
    <context>
        <name>FileStep</name>
        <message>
            <source>found by itself</source>
            <translation>自动识别</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>Headings in row</source>
            <translation>标题在第几行</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Drop a spreadsheet here</source>
            <translation>把表格拖到这里</translation>
        </message>
        <message>
            <source>&amp;Choose a file…</source>
            <translation>选择文件(&amp;C)…</translation>
        </message>
        <message>
            <source>Excel or WPS (.xlsx, .xls) or .csv. It is only looked at; nothing is taken yet.</source>
            <translation>Excel 或 WPS（.xlsx、.xls）或 .csv。先只查看，不会写入资料库。</translation>
        </message>
        <message>
            <source>First rows of the file</source>
            <translation>表格的前几行</translation>
        </message>
        <message>
            <source>Another &amp;file…</source>
            <translation>换一个文件(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Template workbook…</source>
            <translation>模板表格(&amp;T)…</translation>
        </message>
        <message>
            <source>&amp;Load a mapping…</source>
            <translation>套用已存的列对应(&amp;L)…</translation>
        </message>
        <message>
            <source>What is in the file</source>
            <translation>表格里是什么</translation>
        </message>
        <message>
            <source>The template has the right headings and drop-downs.</source>
            <translation>模板带好了标题和下拉选项。</translation>
        </message>
        <message>
            <source>the only one</source>
            <translation>唯一一张</translation>
        </message>
        <message>
            <source>{file}, read as {encoding}</source>
            <translation>{file}（按 {encoding} 读取）</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>{kind}: {record}</source>
            <translation>{kind}：{record}</translation>
        </message>
    </context>
    <context>
        <name>Filter</name>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>(gone)</source>
            <translation>（已不存在）</translation>
        </message>
        <message>
            <source>{count} {count:value|values}</source>
            <translation>{count} 项</translation>
        </message>
        <message>
            <source>{first} or {second}</source>
            <translation>{first} 或 {second}</translation>
        </message>
    </context>
    <context>
        <name>FilterPopup</name>
        <message>
            <source>Filter of {column}</source>
            <translation>筛选：{column}</translation>
        </message>
        <message>
            <source>Find a value</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Values of {column}</source>
            <translation>“{column}”的取值</translation>
        </message>
        <message>
            <source>Counting the values…</source>
            <translation>正在统计…</translation>
        </message>
        <message>
            <source>Tick all</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Ascending</source>
            <translation>升序</translation>
        </message>
        <message>
            <source>Descending</source>
            <translation>降序</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>To</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>应用</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <source>From {least} to {most} in these rows.</source>
            <translation>当前各行介于 {least} 与 {most} 之间。</translation>
        </message>
        <message>
            <source>No values in these rows.</source>
            <translation>这些行里没有值。</translation>
        </message>
        <message>
            <source>The {count} most frequent; search for others.</source>
            <translation>仅列出最常见的 {count} 项，其余请查找。</translation>
        </message>
        <message>
            <source>Tick none</source>
            <translation>全不选</translation>
        </message>
    </context>
    <context>
        <name>FilterStrip</name>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>全部清除</translation>
        </message>
        <message>
            <source>Shown</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>archived</source>
            <translation>已归档</translation>
        </message>
    </context>
    <context>
        <name>FinalAct</name>
        <message>
            <source>Entered the sample data of the week from {date}</source>
            <translation>录入 {date} 起一周的样本数据</translation>
        </message>
        <message>
            <source>Founded the library of {company}</source>
            <translation>建立资料库：{company}</translation>
        </message>
        <message>
            <source>Changed the signing identity</source>
            <translation>更换签名证书</translation>
        </message>
        <message>
            <source>Removed an import</source>
            <translation>撤回一次导入</translation>
        </message>
        <message>
            <source>Entered the sample's company, people, clients and sites</source>
            <translation>录入样本的公司、人员、客户和项目点</translation>
        </message>
        <message>
            <source>Submit an inspection</source>
            <translation>提交检查</translation>
        </message>
        <message>
            <source>Void an inspection</source>
            <translation>作废检查</translation>
        </message>
        <message>
            <source>Issue report {code}</source>
            <translation>签发报告 {code}</translation>
        </message>
        <message>
            <source>Void a problem</source>
            <translation>作废问题</translation>
        </message>
        <message>
            <source>Changed the password</source>
            <translation>修改密码</translation>
        </message>
        <message>
            <source>Made a new recovery code</source>
            <translation>生成新恢复码</translation>
        </message>
        <message>
            <source>Let a computer open the library without the password</source>
            <translation>允许一台电脑免密码打开资料库</translation>
        </message>
        <message>
            <source>A computer asks for the password again</source>
            <translation>一台电脑恢复为输入密码</translation>
        </message>
        <message>
            <source>Found that saved entries are missing</source>
            <translation>发现有已保存的内容缺失</translation>
        </message>
        <message>
            <source>Deleted the personal data of {pseudonym} by law</source>
            <translation>依法删除个人信息：{pseudonym}</translation>
        </message>
        <message>
            <source>Put back the backup of {moment}</source>
            <translation>还原 {moment} 的备份</translation>
        </message>
        <message>
            <source>Exported personal data: {columns}</source>
            <translation>导出个人信息：{columns}</translation>
        </message>
        <message>
            <source>Printed personal data: {columns}</source>
            <translation>打印个人信息：{columns}</translation>
        </message>
        <message>
            <source>Exported one person's data on request</source>
            <translation>应本人要求导出个人信息</translation>
        </message>
        <message>
            <source>Made the form for an incident with personal data</source>
            <translation>生成个人信息安全事件报告表</translation>
        </message>
        <message>
            <source>Saved what could be saved after damage</source>
            <translation>损坏后保全了能读出的内容</translation>
        </message>
        <message>
            <source>Put back the backup of {moment} after damage</source>
            <translation>损坏后还原 {moment} 的备份</translation>
        </message>
        <message>
            <source>Found the computer's clock behind the newest entry, which is of {moment}</source>
            <translation>发现电脑时间落后于最新记录（{moment}）</translation>
        </message>
        <message>
            <source>Deleted {count} from the recycle bin for good</source>
            <translation>从回收站彻底删除 {count} 条</translation>
        </message>
        <message>
            <source>Took {count} {count:reminder|reminders} with personal data out as a calendar</source>
            <translation>把 {count} 条含个人信息的提醒导出为日历文件</translation>
        </message>
        <message>
            <source>Fetched {count} attached {count:file|files} from copies</source>
            <translation>从副本取回 {count} 个附件</translation>
        </message>
    </context>
    <context>
        <name>FirstPlaceCard</name>
        <message>
            <source>Choose a fo&amp;lder…</source>
            <translation>选择文件夹(&amp;L)…</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>继续(&amp;G)</translation>
        </message>
        <message>
            <source>If you skip this, backups are made in the folder of the library only. The foot of the window reminds you, and you can choose a place at any time under Settings, Backup.</source>
            <translation>跳过的话，备份只放在资料库自己的文件夹里；窗口底部会提醒您，随时可以在“设置”的“备份”里选。</translation>
        </message>
        <message>
            <source>A second place for backups</source>
            <translation>备用备份位置</translation>
        </message>
        <message>
            <source>A backup on the same disk is lost together with it. Choose a USB stick or another disk; each backup is copied there whenever it is connected.</source>
            <translation>同一块硬盘上的备份会和硬盘一起丢失。请选 U 盘或另一块硬盘，接上时每个备份都会自动复制过去。</translation>
        </message>
        <message>
            <source>Copying the first backup there…</source>
            <translation>正在把第一个备份复制过去…</translation>
        </message>
        <message>
            <source>Another fo&amp;lder…</source>
            <translation>换一个文件夹(&amp;L)…</translation>
        </message>
        <message>
            <source>S&amp;kip for now</source>
            <translation>以后再选(&amp;K)</translation>
        </message>
        <message>
            <source>The first backup is there, read back and verified.</source>
            <translation>第一个备份已经放好，并已读回核对。</translation>
        </message>
        <message>
            <source>It lies on the same disk as the library and would be lost with it; another disk is better.</source>
            <translation>它和资料库在同一块硬盘上，会一起丢失；换一块硬盘更好。</translation>
        </message>
        <message>
            <source>Second place for backups: a USB stick or another disk</source>
            <translation>备用备份位置：U 盘或另一块硬盘</translation>
        </message>
    </context>
    <context>
        <name>FirstSteps</name>
        <message>
            <source>Company profile</source>
            <translation>公司资料</translation>
        </message>
        <message>
            <source>Name, seal and signature: they stand on every report</source>
            <translation>名称、印章和签名，每份报告上都有</translation>
        </message>
        <message>
            <source>First post</source>
            <translation>第一个岗位</translation>
        </message>
        <message>
            <source>What it is called, which courses and certificates it needs</source>
            <translation>岗位名称、需要的培训和证书</translation>
        </message>
        <message>
            <source>First staff file</source>
            <translation>第一份人员档案</translation>
        </message>
        <message>
            <source>The ID number fills in birth date and gender</source>
            <translation>填身份证号，自动带出生日期和性别</translation>
        </message>
        <message>
            <source>First client</source>
            <translation>第一个客户</translation>
        </message>
        <message>
            <source>Who gets the monthly report</source>
            <translation>月度报告发给谁</translation>
        </message>
        <message>
            <source>First site</source>
            <translation>第一个项目点</translation>
        </message>
        <message>
            <source>Where your people work; inspections belong to it</source>
            <translation>人员在哪里上班，检查记在哪里</translation>
        </message>
        <message>
            <source>First checklist</source>
            <translation>第一份检查表</translation>
        </message>
        <message>
            <source>What is looked at, pasted from Excel or typed; then put into use</source>
            <translation>检查哪些项，可从 Excel 粘贴；填好后点“启用”</translation>
        </message>
        <message>
            <source>First inspection</source>
            <translation>第一次检查</translation>
        </message>
        <message>
            <source>One key an item; then the monthly report</source>
            <translation>每项按一个键；之后就能做月度报告</translation>
        </message>
        <message>
            <source>Import my Excel files</source>
            <translation>导入我的 Excel</translation>
        </message>
        <message>
            <source>Staff, sites, inspections: tried first, then taken</source>
            <translation>人员、项目点、检查：先试导入，再导入</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Eight steps, best in this order: a staff file needs a post, a client somebody who looks after it. This page then shows what is due, overdue and expiring.</source>
            <translation>一共八步，按顺序最省事：人员要先有岗位，客户要先有负责人。做完后，本页显示到期、逾期和将到期的事。</translation>
        </message>
        <message>
            <source>Begin here</source>
            <translation>从这里开始</translation>
        </message>
    </context>
    <context>
        <name>FirstWayCard</name>
        <message>
            <source>&amp;Import my Excel files</source>
            <translation>导入我的 Excel(&amp;I)</translation>
        </message>
        <message>
            <source>Staff, sites, inspections: tried first, then taken</source>
            <translation>人员、项目点、检查：先试导入，再导入</translation>
        </message>
        <message>
            <source>&amp;Look at the sample</source>
            <translation>看看示例(&amp;L)</translation>
        </message>
        <message>
            <source>Invented data; your library waits in the list</source>
            <translation>虚构数据；您的资料库仍在列表里</translation>
        </message>
        <message>
            <source>Start &amp;empty</source>
            <translation>从空白开始(&amp;E)</translation>
        </message>
        <message>
            <source>Eight first steps on the page of today</source>
            <translation>“今日”页列出最先做的八步</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>返回(&amp;B)</translation>
        </message>
        <message>
            <source>Your library is ready</source>
            <translation>资料库建好了</translation>
        </message>
        <message>
            <source>How would you like to begin? You can do the others later.</source>
            <translation>您想怎样开始？其他的以后也能做。</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>Not saved: {count} {count:field needs|fields need} a correction. The first: {first}</source>
            <translation>未保存：有 {count} 处须改正。第一处：{first}</translation>
        </message>
        <message>
            <source>This record is no longer there.</source>
            <translation>该记录已不存在。</translation>
        </message>
        <message>
            <source>"{field}" must be filled in.</source>
            <translation>“{field}”必须填写。</translation>
        </message>
        <message>
            <source>"{field}" takes text.</source>
            <translation>“{field}”应填文字。</translation>
        </message>
        <message>
            <source>"{field}" takes at most {most} characters, these are {count}.</source>
            <translation>“{field}”最多 {most} 字，现为 {count} 字。</translation>
        </message>
        <message>
            <source>"{field}" holds a character that cannot be stored. Type it anew.</source>
            <translation>“{field}”中有无法保存的字符，请重新输入。</translation>
        </message>
        <message>
            <source>"{field}" takes a number.</source>
            <translation>“{field}”应填数字。</translation>
        </message>
        <message>
            <source>The number in "{field}" is too large.</source>
            <translation>“{field}”的数字过大。</translation>
        </message>
        <message>
            <source>"{field}" cannot be below zero.</source>
            <translation>“{field}”不能小于零。</translation>
        </message>
        <message>
            <source>"{field}" cannot be above 100.</source>
            <translation>“{field}”不能大于 100。</translation>
        </message>
        <message>
            <source>"{field}" takes a date such as 2026-11-22.</source>
            <translation>“{field}”应填日期，如 2026-11-22。</translation>
        </message>
        <message>
            <source>The year {year} cannot be right.</source>
            <translation>年份 {year} 不正确。</translation>
        </message>
        <message>
            <source>"{value}" is not one of the choices of "{field}".</source>
            <translation>“{value}”不在“{field}”的可选范围内。</translation>
        </message>
    </context>
    <context>
        <name>FromBackupCard</name>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>显示密码</translation>
        </message>
        <message>
            <source>Folder of the library</source>
            <translation>资料库的文件夹</translation>
        </message>
        <message>
            <source>Password or recovery code</source>
            <translation>密码或恢复码</translation>
        </message>
        <message>
            <source>That of the day the backup was made.</source>
            <translation>做备份那天的密码。</translation>
        </message>
        <message>
            <source>Choose the &amp;folder…</source>
            <translation>选择文件夹(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Restore the library</source>
            <translation>还原资料库(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>返回(&amp;B)</translation>
        </message>
        <message>
            <source>{file}, made {moment}, belongs to a library that this computer does not know. It becomes a library in a folder of its own; the backup stays as it is.</source>
            <translation>{file}（{moment} 制作）所属的资料库不在这台电脑上。它会在一个新文件夹里还原成资料库；备份文件保持不变。</translation>
        </message>
        <message>
            <source>A library from its backup</source>
            <translation>用备份还原资料库</translation>
        </message>
        <message>
            <source>Restoring…</source>
            <translation>正在还原…</translation>
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation>请选择一个文件夹。</translation>
        </message>
        <message>
            <source>Type the password, or the recovery code from the sheet.</source>
            <translation>请输入密码，或恢复单上的恢复码。</translation>
        </message>
    </context>
    <context>
        <name>Frozen</name>
        <message>
            <source>The use of this person's data is restricted, and the certificates go with them. Lift that on the page Personal data to change them.</source>
            <translation>此人的个人信息已限制使用，证书也一并限制。要更改，请先在“个人信息”页解除限制。</translation>
        </message>
        <message>
            <source>A submitted inspection is evidence: it is never edited. Void it with a reason if it is wrong.</source>
            <translation>已提交的检查记录是证据，不能修改；如有错误，请注明原因后作废。</translation>
        </message>
        <message>
            <source>A closed problem is never edited.</source>
            <translation>已关闭的问题不能修改。</translation>
        </message>
        <message>
            <source>This edition is with the client or in force. Make a new edition to change it.</source>
            <translation>本版已交客户确认或执行中；如需修改，请新建版本。</translation>
        </message>
        <message>
            <source>This edition is in use. Make a new edition to change it.</source>
            <translation>本版已启用；如需修改，请新建版本。</translation>
        </message>
        <message>
            <source>The data of this person were deleted by law; what is left is kept under a pseudonym.</source>
            <translation>该人员的个人信息已依法删除，剩下的以化名保存，不能修改。</translation>
        </message>
        <message>
            <source>The use of these data is restricted. Lift that on the page Personal data to change them.</source>
            <translation>该人员的数据已限制使用。要修改，请先在“个人信息”页解除限制。</translation>
        </message>
        <message>
            <source>An issued report is never edited. Issue the next version to correct it.</source>
            <translation>已签发的报告不能修改；如需更正，请签发新版次。</translation>
        </message>
        <message>
            <source>Reports are issued, not entered by hand.</source>
            <translation>报告只能签发产生，不能手工录入。</translation>
        </message>
    </context>
    <context>
        <name>Gate</name>
        <message>
            <source>{first} {rest}</source>
            <translation>{first} {rest}</translation>
        </message>
        <message>
            <source>Not possible yet. {conditions}</source>
            <translation>暂不能进行。{conditions}</translation>
        </message>
        <message>
            <source>The record no longer exists.</source>
            <translation>这条记录已不存在。</translation>
        </message>
        <message>
            <source>The record was changed elsewhere since you opened it. Nothing was saved; load it again.</source>
            <translation>打开之后，这条记录已在别处改动。未保存任何内容，请重新载入。</translation>
        </message>
        <message>
            <source>Please give a reason.</source>
            <translation>请填写原因。</translation>
        </message>
    </context>
    <context>
        <name>GridView</name>
        <message>
            <source>Enter adds a row</source>
            <translation>按回车添加一行</translation>
        </message>
    </context>
    <context>
        <name>Guarded</name>
        <message>
            <source>Windows Defender guards the folder {folder} and lets only programs it knows write there, so nothing was written. Choose another folder, or allow LaborQA in Windows Security: Ransomware protection, Allow an app through Controlled folder access.</source>
            <translation>Windows Defender 保护着文件夹 {folder}，只让它认识的程序写入，所以什么也没有写。请换一个文件夹，或在“Windows 安全中心 → 勒索软件防护 → 允许应用通过受控文件夹访问”里允许 LaborQA。</translation>
        </message>
    </context>
    <context>
        <name>GuideDialog</name>
        <message>
            <source>User guide</source>
            <translation>用户指南</translation>
        </message>
        <message>
            <source>Search the guide</source>
            <translation>搜索指南</translation>
        </message>
        <message>
            <source>Places found</source>
            <translation>找到的地方</translation>
        </message>
        <message>
            <source>The guide says nothing about it. Try a shorter word.</source>
            <translation>指南里没有提到。请换一个短一点的词。</translation>
        </message>
        <message>
            <source>C&amp;ontents</source>
            <translation>目录(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>返回(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>关闭(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>Health</name>
        <message>
            <source>The library is damaged</source>
            <translation>资料库已损坏</translation>
        </message>
        <message>
            <source>Attached files are missing or damaged; the records are whole</source>
            <translation>有附件丢失或损坏；记录本身完好</translation>
        </message>
        <message>
            <source>A backup is damaged; the library itself is whole</source>
            <translation>有一份备份已损坏；资料库本身完好</translation>
        </message>
        <message>
            <source>Do not go on working before this is looked into. "What now" first sets everything aside and changes nothing.</source>
            <translation>处理之前请不要继续录入。“怎么办”会先把一切另存下来，不作任何改动。</translation>
        </message>
        <message>
            <source>You can go on working. "Fetch from backups" looks for healthy copies. What is found nowhere has to be attached again from where it came from.</source>
            <translation>可以继续工作。“从备份取回”会去找完好的副本；哪里都找不到的，请用原来的文件重新添加。</translation>
        </message>
        <message>
            <source>You can go on working. Make a new backup now, then delete the damaged file in the library's folder backups.</source>
            <translation>可以继续工作。请现在就做一份新备份，然后在资料库的 backups 文件夹里删除损坏的那个文件。</translation>
        </message>
    </context>
    <context>
        <name>HealthPage</name>
        <message>
            <source>&amp;Check now</source>
            <translation>立即检查(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Put right</source>
            <translation>修好(&amp;P)</translation>
        </message>
        <message>
            <source>Damage: what &amp;now…</source>
            <translation>损坏：怎么办(&amp;N)…</translation>
        </message>
        <message>
            <source>&amp;Fetch from backups</source>
            <translation>从备份取回(&amp;F)</translation>
        </message>
        <message>
            <source>From a backup f&amp;ile…</source>
            <translation>从备份文件取回(&amp;I)…</translation>
        </message>
        <message>
            <source>&amp;Backups…</source>
            <translation>备份(&amp;B)…</translation>
        </message>
        <message>
            <source>Every file of the library's folder is looked at: database, history, attachments, key files, backups and the reserve. Nothing is changed. While the library is open this is done by itself once a day, when nobody has worked for five minutes.</source>
            <translation>资料库文件夹里的每个文件都会检查：数据库、修改记录、附件、密钥文件、备份和预留空间。只看不改。资料库打开期间，五分钟没人操作时每天自动做一次。</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>检查结果</translation>
        </message>
        <message>
            <source>Looking at every file, page and row…</source>
            <translation>正在检查每个文件、每一页、每一行…</translation>
        </message>
        <message>
            <source>Putting right, then looking again…</source>
            <translation>正在修好并再次检查…</translation>
        </message>
        <message>
            <source>Looking for healthy copies…</source>
            <translation>正在查找完好的副本…</translation>
        </message>
        <message>
            <source>Putting them in place and checking all again…</source>
            <translation>正在放回并重新检查全部…</translation>
        </message>
        <message>
            <source>Fetch attached files from a backup</source>
            <translation>从备份文件取回附件</translation>
        </message>
        <message>
            <source>Backups (*.labqbackup)</source>
            <translation>备份 (*.labqbackup)</translation>
        </message>
        <message>
            <source>{count} attached {count:file is|files are} whole again.</source>
            <translation>已取回 {count} 个附件，都已核对完好。</translation>
        </message>
        <message>
            <source>{count} from {place}</source>
            <translation>{place}：{count} 个</translation>
        </message>
        <message>
            <source>… and {count} more</source>
            <translation>… 还有 {count} 个</translation>
        </message>
        <message>
            <source>The second place {folder} is not connected. Connect it and fetch again.</source>
            <translation>备用位置 {folder} 现在连不上。请接上后再取回一次。</translation>
        </message>
        <message>
            <source>No healthy copy of {count} attached {count:file|files} was found. Choose another backup, or attach {count:it|them} again:</source>
            <translation>有 {count} 个附件没有找到完好的副本。请另选一个备份，或重新添加：</translation>
        </message>
        <message>
            <source>The library was not checked yet</source>
            <translation>资料库还没有检查过</translation>
        </message>
        <message>
            <source>Check it now.</source>
            <translation>现在检查一次。</translation>
        </message>
        <message>
            <source>The library is sound</source>
            <translation>资料库完好</translation>
        </message>
        <message>
            <source>Something can be put right</source>
            <translation>有可以修好的地方</translation>
        </message>
        <message>
            <source>"Put right" does it without loss.</source>
            <translation>按“修好”即可，不会丢失内容。</translation>
        </message>
        <message>
            <source>Checked {moment}.</source>
            <translation>检查时间：{moment}。</translation>
        </message>
        <message>
            <source>Nothing.</source>
            <translation>没有问题。</translation>
        </message>
        <message>
            <source>What a check finds is listed here.</source>
            <translation>检查发现的问题会列在这里。</translation>
        </message>
        <message>
            <source>What to do about the damage</source>
            <translation>损坏：怎么办</translation>
        </message>
        <message>
            <source>The library is closed for this, and its password is asked again. The first step sets a copy of the damaged files aside; nothing is changed before you have chosen.</source>
            <translation>为此要关闭资料库，并再次输入密码。第一步先另存损坏文件的副本；在您选择之前不作任何改动。</translation>
        </message>
        <message>
            <source>&amp;Close and go on</source>
            <translation>关闭并继续(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>Nothing has happened to it yet.</source>
            <translation>还没有历史记录。</translation>
        </message>
        <message>
            <source>Reason: {reason}</source>
            <translation>原因：{reason}</translation>
        </message>
        <message>
            <source>The values were deleted by law.</source>
            <translation>修改前后的值已依法删除。</translation>
        </message>
        <message>
            <source>{rows}: {changes}</source>
            <translation>{rows}：{changes}</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>{field}: {new}</source>
            <translation>{field}：{new}</translation>
        </message>
        <message>
            <source>{field}: {old} → {new}</source>
            <translation>{field}：{old} → {new}</translation>
        </message>
        <message>
            <source>(changed)</source>
            <translation>（已修改）</translation>
        </message>
    </context>
    <context>
        <name>IdentityCard</name>
        <message>
            <source>Create a &amp;new one</source>
            <translation>新建(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Import .pfx…</source>
            <translation>导入 .pfx(&amp;I)…</translation>
        </message>
        <message>
            <source>&amp;Export for clients (.cer)…</source>
            <translation>导出给客户 (.cer)(&amp;E)…</translation>
        </message>
        <message>
            <source>It signs your reports. The key stays in this library; clients get only the certificate.</source>
            <translation>用来签报告。私钥只在本资料库里，客户只拿到证书。</translation>
        </message>
        <message>
            <source>Signing identity</source>
            <translation>签名证书</translation>
        </message>
        <message>
            <source>Copy &amp;fingerprint</source>
            <translation>复制指纹(&amp;F)</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>没有</translation>
        </message>
        <message>
            <source>There is none yet</source>
            <translation>还没有签名证书</translation>
        </message>
        <message>
            <source>Without it reports can be looked at and saved, but not signed.</source>
            <translation>没有它，报告可以预览和保存，但不能签名。</translation>
        </message>
        <message>
            <source>Valid until {date}. Issued by yourselves.</source>
            <translation>有效至 {date}，本公司自签</translation>
        </message>
        <message>
            <source>Valid until {date}. Issued by {issuer}.</source>
            <translation>有效至 {date}，由 {issuer} 颁发</translation>
        </message>
        <message>
            <source>Fingerprint (SHA-256): {fingerprint}</source>
            <translation>指纹（SHA-256）：{fingerprint}</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>{days} {days:day|days} left</source>
            <translation>还有 {days} 天</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>The fingerprint is on the clipboard.</source>
            <translation>指纹已复制。</translation>
        </message>
        <message>
            <source>Create a new signing identity?</source>
            <translation>新建签名证书？</translation>
        </message>
        <message>
            <source>Reports signed so far stay valid. Clients need the new certificate for later ones.</source>
            <translation>以前签的报告仍然有效；以后的报告，客户需要新证书。</translation>
        </message>
        <message>
            <source>Create it</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Creating…</source>
            <translation>正在新建…</translation>
        </message>
        <message>
            <source>Import a signing identity</source>
            <translation>导入签名证书</translation>
        </message>
        <message>
            <source>Signing identities (*.pfx *.p12)</source>
            <translation>签名证书 (*.pfx *.p12)</translation>
        </message>
        <message>
            <source>Password of {file}</source>
            <translation>{file} 的密码</translation>
        </message>
        <message>
            <source>Reading the file…</source>
            <translation>正在读取文件…</translation>
        </message>
        <message>
            <source>Save the certificate for clients</source>
            <translation>保存给客户的证书</translation>
        </message>
        <message>
            <source>certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Certificates (*.cer)</source>
            <translation>证书 (*.cer)</translation>
        </message>
        <message>
            <source>Saved: {file}, and beside it a guide for clients</source>
            <translation>已保存：{file}，旁边是给客户的说明</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>The signing identity was not changed</source>
            <translation>签名证书没有改动</translation>
        </message>
    </context>
    <context>
        <name>Import</name>
        <message>
            <source>Excel cut this number; format the column as text and type the number again</source>
            <translation>Excel 截断了这个号码；请把该列设为文本格式后重新输入</translation>
        </message>
        <message>
            <source>Excel cut this number, so that it ends in 000; format the column as text and type the number again. If it really ends in 000, enter this person by hand</source>
            <translation>Excel 已截断这个号码，末尾变成了 000；请把该列设为文本后重新输入号码。如果号码确实以 000 结尾，请手工录入此人</translation>
        </message>
        <message>
            <source>this value was masked when it was copied; type it in full, or leave the column out</source>
            <translation>这个值复制时就是遮住的；请填写完整，或者不粘贴这一列</translation>
        </message>
        <message>
            <source>the formula has no stored result; open the file in Excel or WPS, save it and import it again</source>
            <translation>公式没有保存结果；请用 Excel 或 WPS 打开并保存后重新导入</translation>
        </message>
        <message>
            <source>the cell shows the error {code}</source>
            <translation>单元格显示错误 {code}</translation>
        </message>
        <message>
            <source>this is no number</source>
            <translation>不是数字</translation>
        </message>
        <message>
            <source>this is no whole number</source>
            <translation>不是整数</translation>
        </message>
        <message>
            <source>this is no date; write it as 2026-11-22</source>
            <translation>不是有效日期；请按 2026-11-22 的样子写</translation>
        </message>
        <message>
            <source>this is no date with a time; write it as 2026-11-22 14:30</source>
            <translation>不是有效的日期和时间；请按 2026-11-22 14:30 的样子写</translation>
        </message>
        <message>
            <source>write yes or no (是 or 否)</source>
            <translation>请填“是”或“否”</translation>
        </message>
        <message>
            <source>not one of: {choices}</source>
            <translation>不在可选值之内：{choices}</translation>
        </message>
        <message>
            <source>longer than {limit} characters</source>
            <translation>超过 {limit} 个字符</translation>
        </message>
        <message>
            <source>more than {digits} {digits:digit|digits} after the point</source>
            <translation>小数点后超过 {digits} 位</translation>
        </message>
        <message>
            <source>There is no encoding called {encoding}. Usual ones are utf-8, gb18030, utf-16 and cp1252.</source>
            <translation>没有名为 {encoding} 的编码。常用的有 utf-8、gb18030、utf-16 和 cp1252。</translation>
        </message>
        <message>
            <source>Line {line} of the file does not fit the encoding {encoding}. Choose another encoding.</source>
            <translation>文件第 {line} 行不符合编码 {encoding}。请选择其他编码。</translation>
        </message>
        <message>
            <source>"{mark}" cannot stand between the columns of a csv file. Choose a comma, a semicolon or a tab.</source>
            <translation>“{mark}”不能作 csv 文件的分隔符。请选逗号、分号或制表符。</translation>
        </message>
        <message>
            <source>Line {line}: a quotation mark is not closed or stands in the wrong place, or a cell is longer than {most} characters. Nothing was imported; mend that line and try again.</source>
            <translation>第 {line} 行：引号没有闭合或位置不对，或者有单元格超过 {most} 个字符。什么都没有导入；请改好这一行再试。</translation>
        </message>
        <message>
            <source>The file fits none of the usual encodings. Save it as UTF-8 or as xlsx and import that.</source>
            <translation>文件不符合任何常用编码。请另存为 UTF-8 或 xlsx 后再导入。</translation>
        </message>
        <message>
            <source>There is a zero byte in line {line}: this is no text file, or it is UTF-16 without its mark. Save it as UTF-8 or as xlsx and import that.</source>
            <translation>第 {line} 行含有零字节：这不是文本文件，或是缺少标记的 UTF-16。请另存为 UTF-8 或 xlsx 后再导入。</translation>
        </message>
        <message>
            <source>The sheet is larger than 200,000 rows by 200 columns. Split it and import the parts.</source>
            <translation>工作表超过 200,000 行 × 200 列。请拆分后分别导入。</translation>
        </message>
        <message>
            <source>a row of totals</source>
            <translation>合计行</translation>
        </message>
        <message>
            <source>a line for signatures below the table</source>
            <translation>表格下方的签字行</translation>
        </message>
        <message>
            <source>a running number and nothing else</source>
            <translation>只有序号，没有别的内容</translation>
        </message>
        <message>
            <source>There is no row of headings in the sheet {sheet}.</source>
            <translation>工作表 {sheet} 中没有标题行。</translation>
        </message>
        <message>
            <source>no such record in the library</source>
            <translation>资料库中没有这条记录</translation>
        </message>
        <message>
            <source>{count} {count:record fits|records fit}; write the code instead of the name</source>
            <translation>有 {count} 条记录匹配；请填编号而不是名称</translation>
        </message>
        <message>
            <source>{count} {count:record fits|records fit}, so that none could be chosen</source>
            <translation>有 {count} 条记录匹配，无法确定是哪一条</translation>
        </message>
        <message>
            <source>{count} {count:record fits|records fit}; left empty</source>
            <translation>有 {count} 条记录匹配；留空</translation>
        </message>
        <message>
            <source>no record fits; left empty</source>
            <translation>没有匹配的记录；留空</translation>
        </message>
        <message>
            <source>The mapping is no valid JSON (line {line}).</source>
            <translation>列对应文件读不懂（第 {line} 行不是有效的 JSON）。</translation>
        </message>
        <message>
            <source>The mapping was written for another version of the program.</source>
            <translation>这个列对应文件是为其他版本的程序写的。</translation>
        </message>
        <message>
            <source>The mapping is wrong at {place}: {reason}.</source>
            <translation>列对应文件在 {place} 处有误：{reason}。</translation>
        </message>
        <message>
            <source>a list is expected</source>
            <translation>此处应为列表</translation>
        </message>
        <message>
            <source>an object in braces is expected</source>
            <translation>此处应为花括号内的对象</translation>
        </message>
        <message>
            <source>one of these is expected: {words}</source>
            <translation>应为其中之一：{words}</translation>
        </message>
        <message>
            <source>a single value is expected</source>
            <translation>此处应为单个值</translation>
        </message>
        <message>
            <source>a value of another type is expected</source>
            <translation>此处的值类型不对</translation>
        </message>
        <message>
            <source>this key is not known</source>
            <translation>没有这个键</translation>
        </message>
        <message>
            <source>{key} is missing</source>
            <translation>缺少 {key}</translation>
        </message>
        <message>
            <source>the pattern cannot be read</source>
            <translation>表达式无法识别</translation>
        </message>
        <message>
            <source>the pattern repeats a group that repeats or chooses something, which could take for ever; write it with one repetition</source>
            <translation>这个表达式重复了一个内部已有重复或选择的分组，可能永远算不完；请改成只重复一次的写法</translation>
        </message>
        <message>
            <source>the pattern is too long</source>
            <translation>表达式过长</translation>
        </message>
        <message>
            <source>{format} is no date format; write such as YYYY-MM-DD or M/D/YYYY</source>
            <translation>{format} 不是日期格式；请写成如 YYYY-MM-DD 或 M/D/YYYY</translation>
        </message>
        <message>
            <source>"by" and "of" differ in length</source>
            <translation>“by”与“of”的项数不同</translation>
        </message>
        <message>
            <source>there is no field or part called {name}</source>
            <translation>没有名为 {name} 的字段或部分</translation>
        </message>
        <message>
            <source>this must be filled in</source>
            <translation>此项必填</translation>
        </message>
        <message>
            <source>the mapping has no value for this</source>
            <translation>列对应里没有这个值</translation>
        </message>
        <message>
            <source>the same record as in row {row}</source>
            <translation>与第 {row} 行是同一条记录</translation>
        </message>
        <message>
            <source>doubtful: not used as it stands, but kept in the record</source>
            <translation>存疑：未按原样采用，但已保留在记录中</translation>
        </message>
        <message>
            <source>not readable, left empty</source>
            <translation>无法识别，已留空</translation>
        </message>
        <message>
            <source>The file has no column called {columns}. Its columns are: {headings}. Choose another mapping or file.</source>
            <translation>文件中没有名为 {columns} 的列。现有的列：{headings}。请换一个列对应，或换一个文件。</translation>
        </message>
        <message>
            <source>{kind} has no field called {field}; the mapping names it.</source>
            <translation>列对应里写了 {field}，但“{kind}”没有这个字段。</translation>
        </message>
        <message>
            <source>Other value</source>
            <translation>其他值</translation>
        </message>
        <message>
            <source>The mapping sets {field} to {value}: {reason}.</source>
            <translation>列对应把 {field} 设为 {value}：{reason}。</translation>
        </message>
        <message>
            <source>The file is too large to be read safely (more than 200 MB unpacked, or too many parts). Split it and import the parts.</source>
            <translation>文件过大，无法安全读取（解压后超过 200 MB 或部件过多）。请拆分后分别导入。</translation>
        </message>
        <message>
            <source>{file} is damaged or no spreadsheet. Open it in Excel or WPS, save it as xlsx and try again.</source>
            <translation>{file} 已损坏或不是表格文件。请用 Excel 或 WPS 打开，另存为 xlsx 后重试。</translation>
        </message>
        <message>
            <source>A part of the file is packed more than a hundredfold, as only harmful files are. It was not opened.</source>
            <translation>文件中有一部分压缩了一百倍以上，只有有害文件才会这样，因此没有打开。</translation>
        </message>
        <message>
            <source>The sheet reaches over more than ten million cells and is nearly empty. Delete what stands far outside the table and try again.</source>
            <translation>工作表范围超过一千万个单元格，而且几乎是空的。请删除表格以外很远处的内容后重试。</translation>
        </message>
        <message>
            <source>The workbook is protected by a password. Save it without one and import that.</source>
            <translation>工作簿设有密码。请去掉密码另存后再导入。</translation>
        </message>
        <message>
            <source>Reading {file} needed more memory than is safe, or the file is made to do harm; it was stopped, and nothing was imported. Open it in Excel or WPS, save it as a new xlsx file and try again.</source>
            <translation>读取 {file} 需要的内存超出安全范围，或者文件是恶意制作的；读取已停止，什么都没有导入。请用 Excel 或 WPS 打开，另存为新的 xlsx 文件后再试。</translation>
        </message>
        <message>
            <source>There is no file {file}.</source>
            <translation>找不到文件 {file}。</translation>
        </message>
        <message>
            <source>WPS files (.et) are not read. Open it in WPS and save as xlsx.</source>
            <translation>不能读取 WPS 表格（.et）。请用 WPS 打开并另存为 xlsx。</translation>
        </message>
        <message>
            <source>{file} could not be read: {reason}. If it is open in another program, close it there.</source>
            <translation>无法读取 {file}：{reason}。如果它正被其他程序打开，请先关闭。</translation>
        </message>
        <message>
            <source>Files ending in {ending} are not read. Save it as xlsx, xls or csv.</source>
            <translation>不能读取 {ending} 文件。请另存为 xlsx、xls 或 csv。</translation>
        </message>
        <message>
            <source>Reading {file} took too long and was stopped. Save it as a new xlsx file and try again.</source>
            <translation>读取 {file} 用时过长，已停止。请另存为新的 xlsx 文件后重试。</translation>
        </message>
        <message>
            <source>Reason (not imported)</source>
            <translation>原因（未导入）</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行号</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Fill in one row per record below the headings; * must be filled in. Dates as 2026-11-22. Leave the headings as they are.</source>
            <translation>标题下面每行填一条记录；带 * 的必填。日期写成 2026-11-22。请不要改动标题。</translation>
        </message>
        <message>
            <source>There was no such import.</source>
            <translation>没有这次导入。</translation>
        </message>
        <message>
            <source>This import was removed before.</source>
            <translation>这次导入已经撤回过。</translation>
        </message>
        <message>
            <source>The mapping is for "{other}", not for "{kind}".</source>
            <translation>这个列对应用于“{other}”，不能用于“{kind}”。</translation>
        </message>
        <message>
            <source>such a record is there already</source>
            <translation>已经有这样一条记录</translation>
        </message>
        <message>
            <source>such a record is there already and is not changed by a list; open it to change it</source>
            <translation>已经有这样一条记录，不能用表格改它；请打开这条记录修改</translation>
        </message>
        <message>
            <source>"{kind}" cannot be imported.</source>
            <translation>“{kind}”不能导入。</translation>
        </message>
        <message>
            <source>The file {file} for the rejected rows exists already. Choose another name; nothing was imported.</source>
            <translation>存放问题行的文件 {file} 已存在，请换一个名称；没有导入任何内容。</translation>
        </message>
        <message>
            <source>The library was changed meanwhile, so that a code is taken or a record gone. Nothing was imported; try again.</source>
            <translation>资料库在此期间有改动，编号已被占用或记录已不存在。没有导入任何内容，请重试。</translation>
        </message>
        <message>
            <source>Import of {file}</source>
            <translation>导入 {file}</translation>
        </message>
        <message>
            <source>No column fills "{field}", which is required.</source>
            <translation>没有列对应必填项“{field}”。</translation>
        </message>
        <message>
            <source>The file has no sheet called "{name}".</source>
            <translation>文件中没有名为“{name}”的工作表。</translation>
        </message>
        <message>
            <source>{file} holds no rows.</source>
            <translation>{file} 中没有数据行。</translation>
        </message>
        <message>
            <source>The mapping names the record "{key}", which is not in the library or not the only one.</source>
            <translation>列对应里指定的“{key}”在资料库中没有，或不止一条。</translation>
        </message>
        <message>
            <source>Row {row} was left out: {reason}</source>
            <translation>第 {row} 行未导入：{reason}</translation>
        </message>
        <message>
            <source>Note, {count} {count:row|rows}: {reason}</source>
            <translation>提示，{count} 行：{reason}</translation>
        </message>
        <message>
            <source>Row {row}, {field}: {reason}</source>
            <translation>第 {row} 行，{field}：{reason}</translation>
        </message>
        <message>
            <source>Row {row}, column {column} ({heading}), "{value}": {reason}</source>
            <translation>第 {row} 行 {column} 列({heading})，“{value}”：{reason}</translation>
        </message>
        <message>
            <source>Nothing was imported: {bad} of {read} {read:row|rows} {bad:needs|need} a correction. Mend them, or import the good rows and save the rest.</source>
            <translation>没有导入任何内容：{read} 行中有 {bad} 行须改正。请改正，或只导入无误的行并另存其余行。</translation>
        </message>
        <message>
            <source>{bad} {bad:row was|rows were} rejected; {bad:it stands with its reason|they stand with their reasons} in {file}.</source>
            <translation>有 {bad} 行未导入，已连同原因存入 {file}。</translation>
        </message>
        <message>
            <source>The mapping compares {kind} by {fields}, which they do not have.</source>
            <translation>列对应按 {fields} 查找“{kind}”，但没有这些字段。</translation>
        </message>
        <message>
            <source>There is no table on the clipboard; nothing was pasted. Copy cells in Excel or WPS and paste again.</source>
            <translation>剪贴板里没有表格，什么都没有粘贴。请在 Excel 或 WPS 里复制单元格，再粘贴一次。</translation>
        </message>
        <message>
            <source>the record is no longer there</source>
            <translation>这条记录已经不在了</translation>
        </message>
        <message>
            <source>the record lies in the archive; bring it back first</source>
            <translation>这条记录在归档里，请先恢复</translation>
        </message>
    </context>
    <context>
        <name>ImportFoot</name>
        <message>
            <source>&amp;Try again</source>
            <translation>重新试导入(&amp;T)</translation>
        </message>
        <message>
            <source>Import {good}, &amp;set {bad} aside…</source>
            <translation>导入 {good} 行，另存 {bad} 行(&amp;S)…</translation>
        </message>
        <message>
            <source>&amp;Next: columns</source>
            <translation>下一步：对应列(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Next: dry run</source>
            <translation>下一步：试导入(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Import {count} {count:row|rows}</source>
            <translation>导入 {count} 行(&amp;I)</translation>
        </message>
        <message>
            <source>{count} {count:row has|rows have} errors: mend them, or set them aside as a workbook with reasons.</source>
            <translation>还有 {count} 行有错：改正，或另存为带原因列的表格</translation>
        </message>
        <message>
            <source>The library is unchanged.</source>
            <translation>资料库未改动</translation>
        </message>
        <message>
            <source>Everything fits.</source>
            <translation>没有问题，可以导入</translation>
        </message>
    </context>
    <context>
        <name>ImportHistory</name>
        <message>
            <source>&amp;Import…</source>
            <translation>导入(&amp;I)…</translation>
        </message>
        <message>
            <source>Every import is listed here and can be taken back.</source>
            <translation>每次导入都列在这里，可以撤回。</translation>
        </message>
        <message>
            <source>&amp;Import a spreadsheet</source>
            <translation>导入表格(&amp;I)</translation>
        </message>
        <message>
            <source>{kind}: {added} added, {updated} updated, {skipped} there already, {rejected} set aside</source>
            <translation>{kind}：新增 {added}，更新 {updated}，已有 {skipped}，另存 {rejected}</translation>
        </message>
        <message>
            <source>taken back {date}</source>
            <translation>{date} 已撤回</translation>
        </message>
        <message>
            <source>Remove what it added</source>
            <translation>撤回这次导入</translation>
        </message>
        <message>
            <source>pasted into the list</source>
            <translation>在列表里粘贴</translation>
        </message>
        <message>
            <source>Remove what {file} added?</source>
            <translation>撤回 {file} 导入的记录？</translation>
        </message>
        <message>
            <source>Records it added go to the archive, submitted inspections among them become void. What was edited since, or stands in an issued report, stays.</source>
            <translation>新增的记录移入归档，其中已提交的检查作废。之后改过的，或已计入签发报告的，予以保留。</translation>
        </message>
        <message>
            <source>Remove them</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Removing…</source>
            <translation>正在撤回…</translation>
        </message>
        <message>
            <source>{count} {count:record|records} removed</source>
            <translation>已撤回 {count} 条记录</translation>
        </message>
        <message>
            <source>{count} {count:stays|stay}: edited since, in an issued report, or in use</source>
            <translation>保留 {count} 条：之后改过、已计入签发报告或仍被引用</translation>
        </message>
        <message>
            <source>Nothing was removed</source>
            <translation>没有撤回任何内容</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message>
            <source>File</source>
            <translation>选文件</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>对应列</translation>
        </message>
        <message>
            <source>Dry run</source>
            <translation>试导入</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Import: {kind}</source>
            <translation>导入{kind}</translation>
        </message>
        <message>
            <source>Reading {file}…</source>
            <translation>正在读取 {file}…</translation>
        </message>
        <message>
            <source>{file} is no longer where it was. Choose it again: the columns you had set are kept.</source>
            <translation>{file} 不在原来的位置了。请重新选择文件，已设好的列对应还在。</translation>
        </message>
        <message>
            <source>The import you had begun is here again.</source>
            <translation>上次没有完成的导入还在。</translation>
        </message>
        <message>
            <source>{file}, {rows} {rows:row|rows}</source>
            <translation>{file} · {rows} 行</translation>
        </message>
        <message>
            <source>Choose a spreadsheet</source>
            <translation>选择表格</translation>
        </message>
        <message>
            <source>Spreadsheets (*.xlsx *.xlsm *.xls *.csv *.tsv *.txt)</source>
            <translation>表格 (*.xlsx *.xlsm *.xls *.csv *.tsv *.txt)</translation>
        </message>
        <message>
            <source>Looking for the table…</source>
            <translation>正在查找表格区域…</translation>
        </message>
        <message>
            <source>Save the template</source>
            <translation>保存模板</translation>
        </message>
        <message>
            <source>Workbooks (*.xlsx)</source>
            <translation>工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>已保存：{file}</translation>
        </message>
        <message>
            <source>Words in the column {heading}</source>
            <translation>“{heading}”列中的词</translation>
        </message>
        <message>
            <source>Each word of the file, and what is to stand in its place.</source>
            <translation>表格里的每个词，以及替换成什么。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Load a mapping</source>
            <translation>套用已存的列对应</translation>
        </message>
        <message>
            <source>Mappings (*.json)</source>
            <translation>列对应文件 (*.json)</translation>
        </message>
        <message>
            <source>The mapping is loaded. Choose the file it belongs to.</source>
            <translation>列对应已套用，请选择要导入的表格。</translation>
        </message>
        <message>
            <source>Save the mapping</source>
            <translation>保存列对应</translation>
        </message>
        <message>
            <source>Trying all rows…</source>
            <translation>正在逐行试导入…</translation>
        </message>
        <message>
            <source>{file} to correct</source>
            <translation>{file} 待改正</translation>
        </message>
        <message>
            <source>Save the rows with errors</source>
            <translation>保存有错的行</translation>
        </message>
        <message>
            <source>Importing…</source>
            <translation>正在导入…</translation>
        </message>
        <message>
            <source>Removing…</source>
            <translation>正在撤回…</translation>
        </message>
        <message>
            <source>Nothing was imported</source>
            <translation>没有导入任何内容</translation>
        </message>
    </context>
    <context>
        <name>IncidentCard</name>
        <message>
            <source>After a leak: act at once, tell the authority and those concerned. Empty lines are printed to be filled in by hand.</source>
            <translation>发生泄露后：立即补救，并通知主管部门和本人。空着的项目会印成横线，可手写填入。</translation>
        </message>
        <message>
            <source>Incident form</source>
            <translation>安全事件报告表</translation>
        </message>
        <message>
            <source>People concerned</source>
            <translation>涉及的人员</translation>
        </message>
        <message>
            <source>In &amp;Chinese</source>
            <translation>中文版(&amp;C)</translation>
        </message>
        <message>
            <source>In &amp;English</source>
            <translation>英文版(&amp;E)</translation>
        </message>
        <message>
            <source>All staff</source>
            <translation>全部人员</translation>
        </message>
        <message>
            <source>{count} {count:person|people} will be listed.</source>
            <translation>将列出 {count} 人。</translation>
        </message>
    </context>
    <context>
        <name>Inspection</name>
        <message>
            <source>Inspections</source>
            <translation>检查记录</translation>
        </message>
        <message>
            <source>inspection</source>
            <translation>检查记录</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Inspection</source>
            <translation>检查记录</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>Checklist</source>
            <translation>检查表</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>检查人</translation>
        </message>
        <message>
            <source>Start (hh:mm)</source>
            <translation>开始时间（时:分）</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>用时（分钟）</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Accompanied by</source>
            <translation>陪同人</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>小结</translation>
        </message>
        <message>
            <source>Re-check of</source>
            <translation>复检对象</translation>
        </message>
        <message>
            <source>Visitor hidden until</source>
            <translation>暗访人保密至</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Stated score</source>
            <translation>给定得分</translation>
        </message>
        <message>
            <source>Pass mark (%)</source>
            <translation>合格线（%）</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>来源方式</translation>
        </message>
        <message>
            <source>Signed by (client)</source>
            <translation>客户签字人</translation>
        </message>
        <message>
            <source>Signed on</source>
            <translation>签字日期</translation>
        </message>
        <message>
            <source>Reviewed by</source>
            <translation>复核人</translation>
        </message>
        <message>
            <source>Reviewed on</source>
            <translation>复核日期</translation>
        </message>
        <message>
            <source>Reason of voiding</source>
            <translation>作废原因</translation>
        </message>
        <message>
            <source>Items</source>
            <translation>检查项</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>分区</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>检查项</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>评定</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Corrected on the spot</source>
            <translation>当场整改</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分（%）</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
    </context>
    <context>
        <name>InspectionScreen</name>
        <message>
            <source>&amp;New inspection</source>
            <translation>新建检查(&amp;N)</translation>
        </message>
    </context>
    <context>
        <name>Inspections</name>
        <message>
            <source>Item {no}, "{item}", failed and has no note.</source>
            <translation>第 {no} 项“{item}”不合格，没有说明。</translation>
        </message>
        <message>
            <source>Item {no}, "{item}", failed and has no photo.</source>
            <translation>第 {no} 项“{item}”不合格，没有照片。</translation>
        </message>
        <message>
            <source>Only a submitted inspection can be checked again.</source>
            <translation>只有已提交的检查才能复检。</translation>
        </message>
        <message>
            <source>Inspection {code} was submitted and is frozen. Void it with a reason, or check again.</source>
            <translation>检查 {code} 已提交，不能再改。请注明原因作废，或进行复检。</translation>
        </message>
        <message>
            <source>This is possible only for a submitted inspection, and only once.</source>
            <translation>只能对已提交的检查进行，且只能一次。</translation>
        </message>
        <message>
            <source>{count} {count:item has|items have} no answer: {items}</source>
            <translation>{count} 项未作答：{items}</translation>
        </message>
        <message>
            <source>The checklist "{name}" is not in force.</source>
            <translation>检查表“{name}”未启用。</translation>
        </message>
        <message>
            <source>The checklist "{name}" has no items.</source>
            <translation>检查表“{name}”没有检查项。</translation>
        </message>
        <message>
            <source>The date {date} lies in the future.</source>
            <translation>日期 {date} 在将来。</translation>
        </message>
        <message>
            <source>The inspection has no items.</source>
            <translation>这次检查没有检查项。</translation>
        </message>
        <message>
            <source>{no} "{item}"</source>
            <translation>{no}“{item}”</translation>
        </message>
        <message>
            <source>Please enter a name.</source>
            <translation>请填写姓名。</translation>
        </message>
        <message>
            <source>The date lies before the inspection.</source>
            <translation>日期早于检查日期。</translation>
        </message>
        <message>
            <source>Please enter a department first: somebody must be responsible for the problems.</source>
            <translation>请先录入部门：问题要有责任部门。</translation>
        </message>
    </context>
    <context>
        <name>Issuing</name>
        <message>
            <source>and {count} more.</source>
            <translation>另有 {count} 处。</translation>
        </message>
        <message>
            <source>The company profile of {name} was changed.</source>
            <translation>公司资料（{name}）有变更。</translation>
        </message>
        <message>
            <source>The details of the client {name} were changed.</source>
            <translation>客户“{name}”的资料有变更。</translation>
        </message>
        <message>
            <source>The contract {name} was changed.</source>
            <translation>合同 {name} 有变更。</translation>
        </message>
        <message>
            <source>The details of the site {name} were changed.</source>
            <translation>项目点“{name}”的资料有变更。</translation>
        </message>
        <message>
            <source>Inspection {code} of {day} is void: {reason}</source>
            <translation>{day} 的检查 {code} 已作废：{reason}</translation>
        </message>
        <message>
            <source>Inspection {code} of {day} was added.</source>
            <translation>新增 {day} 的检查 {code}。</translation>
        </message>
        <message>
            <source>Inspection {code} of {day} was changed.</source>
            <translation>{day} 的检查 {code} 已改动。</translation>
        </message>
        <message>
            <source>Problem {code} is void: {reason}</source>
            <translation>问题 {code} 已作废：{reason}</translation>
        </message>
        <message>
            <source>Problem {code} was added.</source>
            <translation>新增问题 {code}。</translation>
        </message>
        <message>
            <source>Problem {code} was closed.</source>
            <translation>问题 {code} 已关闭。</translation>
        </message>
        <message>
            <source>Problem {code} was changed.</source>
            <translation>问题 {code} 已改动。</translation>
        </message>
        <message>
            <source>The file {file} exists already and is not overwritten. Nothing was issued.</source>
            <translation>文件 {file} 已存在，不会覆盖。未签发报告。</translation>
        </message>
        <message>
            <source>Counting the figures</source>
            <translation>正在统计</translation>
        </message>
        <message>
            <source>Writing the pages</source>
            <translation>正在排版</translation>
        </message>
        <message>
            <source>Signing</source>
            <translation>正在签名</translation>
        </message>
        <message>
            <source>Report {code} was issued meanwhile. Nothing was issued; try again.</source>
            <translation>报告 {code} 刚刚已签发。这次未签发，请重试。</translation>
        </message>
        <message>
            <source>There is no such report in the register.</source>
            <translation>登记簿中没有这份报告。</translation>
        </message>
        <message>
            <source>There is no signing identity yet. Create or import one in the company profile.</source>
            <translation>还没有签名证书，请在公司资料中创建或导入。</translation>
        </message>
        <message>
            <source>The signing certificate expired on {date}. Create or import a new one in the company profile; nothing was issued.</source>
            <translation>签名证书已于 {date} 到期。请在公司资料中创建或导入新的证书；未签发报告。</translation>
        </message>
        <message>
            <source>Choose a client or a site for the report.</source>
            <translation>请选择报告的客户或项目点。</translation>
        </message>
    </context>
    <context>
        <name>ItemPhotos</name>
        <message>
            <source>Photos of item {no}</source>
            <translation>第 {no} 项的照片</translation>
        </message>
        <message>
            <source>Adding files…</source>
            <translation>正在添加文件…</translation>
        </message>
        <message>
            <source>Cancelled; nothing was changed.</source>
            <translation>已取消，没有任何更改。</translation>
        </message>
        <message>
            <source>The photo was not added</source>
            <translation>照片没有加上</translation>
        </message>
    </context>
    <context>
        <name>ItemsGrid</name>
        <message>
            <source>Double the row</source>
            <translation>复制本行</translation>
        </message>
        <message>
            <source>Paste rows from Excel</source>
            <translation>从 Excel 粘贴多行</translation>
        </message>
        <message>
            <source>Alt+↑↓ moves a row · Enter goes down · Space ticks</source>
            <translation>Alt+↑↓ 移动行 · 回车到下一行 · 空格打勾</translation>
        </message>
        <message>
            <source>Cells that could not be read and were left out: {count}</source>
            <translation>有 {count} 个单元格读不懂，没有填入</translation>
        </message>
        <message>
            <source>Items: {count} · points: {points}</source>
            <translation>共 {count} 项 · {points} 分</translation>
        </message>
    </context>
    <context>
        <name>ItemsModel</name>
        <message>
            <source>Critical</source>
            <translation>关键项</translation>
        </message>
        <message>
            <source>If failed</source>
            <translation>不合格时</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>须备注</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>须照片</translation>
        </message>
    </context>
    <context>
        <name>JobStandard</name>
        <message>
            <source>Job standards</source>
            <translation>岗位标准</translation>
        </message>
        <message>
            <source>job standard</source>
            <translation>岗位标准</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Job standard</source>
            <translation>岗位标准</translation>
        </message>
        <message>
            <source>Edition</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>In force from</source>
            <translation>生效日期</translation>
        </message>
        <message>
            <source>Technical post</source>
            <translation>技术性岗位</translation>
        </message>
        <message>
            <source>Duties</source>
            <translation>职责</translation>
        </message>
        <message>
            <source>Required courses</source>
            <translation>必修课程</translation>
        </message>
        <message>
            <source>Demands</source>
            <translation>要求</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>课程</translation>
        </message>
        <message>
            <source>Required certificates</source>
            <translation>必备证书</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>Keeper</name>
        <message>
            <source>Draft, not saved yet</source>
            <translation>草稿，尚未保存</translation>
        </message>
        <message>
            <source>Kept as a draft {time}</source>
            <translation>已存为草稿 {time}</translation>
        </message>
        <message>
            <source>Saved {time}</source>
            <translation>已保存 {time}</translation>
        </message>
        <message>
            <source>{reason} What you typed is kept as a draft.</source>
            <translation>{reason}已输入的内容已存为草稿。</translation>
        </message>
        <message>
            <source>Kept as a draft; not saved without a reason. Ctrl+S asks for it.</source>
            <translation>已存为草稿；填写原因后才保存，按 Ctrl+S 填写。</translation>
        </message>
        <message>
            <source>{reason} What you typed is kept as a draft; Ctrl+S there asks for the reason.</source>
            <translation>{reason}输入的内容已存为草稿；回到那条记录按 Ctrl+S 填写原因。</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>Space</source>
            <translation>空格</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>到处都能用</translation>
        </message>
        <message>
            <source>The areas at the left, from Today to Settings</source>
            <translation>左边各栏，从今日到设置</translation>
        </message>
        <message>
            <source>With the letter that a tip names: presses that button</source>
            <translation>加提示里的字母：按下那个按钮</translation>
        </message>
        <message>
            <source>Next field, previous field</source>
            <translation>下一栏、上一栏</translation>
        </message>
        <message>
            <source>In the results of the search: choose; Enter opens, Esc closes</source>
            <translation>在搜索结果中选择；Enter 打开，Esc 收起</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>New record</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Search this list; ↓ goes into it</source>
            <translation>在列表中搜索；↓ 进入列表</translation>
        </message>
        <message>
            <source>Another row; the first, the last</source>
            <translation>换一行；第一行、最后一行</translation>
        </message>
        <message>
            <source>Into the form</source>
            <translation>进入资料</translation>
        </message>
        <message>
            <source>Between list and form, from pane to pane</source>
            <translation>列表和资料之间切换，逐区切换</translation>
        </message>
        <message>
            <source>Another column</source>
            <translation>换一列</translation>
        </message>
        <message>
            <source>Filter by the column</source>
            <translation>按这一列筛选</translation>
        </message>
        <message>
            <source>In a filter: sort ascending, descending</source>
            <translation>在筛选中：升序、降序</translation>
        </message>
        <message>
            <source>In a filter: take it away</source>
            <translation>在筛选中：清除筛选</translation>
        </message>
        <message>
            <source>Copy for Excel</source>
            <translation>复制到 Excel</translation>
        </message>
        <message>
            <source>Choose all rows; in a filter: tick all</source>
            <translation>全选；在筛选中：全部勾选</translation>
        </message>
        <message>
            <source>Archive; on a filter above the list: take it away</source>
            <translation>归档；在列表上方的筛选条上：去掉这个筛选</translation>
        </message>
        <message>
            <source>Change one field of the chosen records</source>
            <translation>批量修改选中的记录</translation>
        </message>
        <message>
            <source>More: export, print, import, columns</source>
            <translation>更多：导出、打印、导入、显示的列</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>资料</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Previous record, next record</source>
            <translation>上一条、下一条</translation>
        </message>
        <message>
            <source>Next tab, previous tab</source>
            <translation>下一个页签、上一个页签</translation>
        </message>
        <message>
            <source>Next error</source>
            <translation>下一个错误</translation>
        </message>
        <message>
            <source>Cancel the work whose bar is in sight</source>
            <translation>取消正在显示进度的工作</translation>
        </message>
        <message>
            <source>Paste a block from Excel or WPS, from the current row on</source>
            <translation>从当前行起，粘贴 Excel 或 WPS 里复制的一块</translation>
        </message>
        <message>
            <source>Paste it as new records</source>
            <translation>粘贴成新的记录</translation>
        </message>
        <message>
            <source>Pasting from Excel</source>
            <translation>从 Excel 粘贴</translation>
        </message>
        <message>
            <source>Mend the cell</source>
            <translation>改这一格</translation>
        </message>
        <message>
            <source>Empty the cell</source>
            <translation>清空这一格</translation>
        </message>
        <message>
            <source>Leave the row out, or take it again</source>
            <translation>这一行不粘贴，或重新粘贴</translation>
        </message>
        <message>
            <source>Choose the field of the column</source>
            <translation>选这一列对应的栏目</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>More: what else can be done with the record</source>
            <translation>更多：对这条资料的其他操作</translation>
        </message>
        <message>
            <source>Among attachments: paste a picture or files</source>
            <translation>在附件中：粘贴图片或文件</translation>
        </message>
        <message>
            <source>On an attachment: remove it</source>
            <translation>在附件上：移除</translation>
        </message>
        <message>
            <source>Back to the list</source>
            <translation>回到列表</translation>
        </message>
        <message>
            <source>Filling in</source>
            <translation>填写</translation>
        </message>
        <message>
            <source>Show a masked number while it is held</source>
            <translation>显示被遮住的号码</translation>
        </message>
        <message>
            <source>In a date: today</source>
            <translation>日期栏：今天</translation>
        </message>
        <message>
            <source>In a date: the calendar</source>
            <translation>日期栏：日历</translation>
        </message>
        <message>
            <source>Where a record is chosen: offer, take, close</source>
            <translation>选人、选项目点时：列出、选定、收起</translation>
        </message>
        <message>
            <source>Tables in a form</source>
            <translation>表中表</translation>
        </message>
        <message>
            <source>Next row; in the last one a new row</source>
            <translation>下一行；最后一行时加一行</translation>
        </message>
        <message>
            <source>Add a row</source>
            <translation>加一行</translation>
        </message>
        <message>
            <source>Remove the row</source>
            <translation>删除这一行</translation>
        </message>
        <message>
            <source>As in the row above</source>
            <translation>抄上一行</translation>
        </message>
        <message>
            <source>Tick</source>
            <translation>勾选</translation>
        </message>
        <message>
            <source>In a checklist: paste rows from Excel</source>
            <translation>在检查表中：从 Excel 粘贴行</translation>
        </message>
        <message>
            <source>In a checklist: double the row</source>
            <translation>在检查表中：复制这一行</translation>
        </message>
        <message>
            <source>In a checklist: move the row</source>
            <translation>在检查表中：移动这一行</translation>
        </message>
        <message>
            <source>Inspection</source>
            <translation>检查录入</translation>
        </message>
        <message>
            <source>Grade, then the next item</source>
            <translation>评级，然后到下一项</translation>
        </message>
        <message>
            <source>Not applicable</source>
            <translation>不适用</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Photo: choose one, paste one</source>
            <translation>照片：选择、粘贴</translation>
        </message>
        <message>
            <source>Corrected on the spot</source>
            <translation>当场已整改</translation>
        </message>
        <message>
            <source>Take the answer away</source>
            <translation>取消评级</translation>
        </message>
        <message>
            <source>Take the last answer back</source>
            <translation>撤回上一个评级</translation>
        </message>
        <message>
            <source>Next item without an answer</source>
            <translation>下一个未评的项</translation>
        </message>
        <message>
            <source>Details of the inspection</source>
            <translation>检查信息</translation>
        </message>
        <message>
            <source>Print the check sheet</source>
            <translation>打印检查单</translation>
        </message>
        <message>
            <source>To the note and back</source>
            <translation>到备注，再回来</translation>
        </message>
        <message>
            <source>Start; submit</source>
            <translation>开始；提交</translation>
        </message>
        <message>
            <source>Back to the list; entries are kept</source>
            <translation>返回列表，已录的都保留</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Look at a stage</source>
            <translation>查看某一步</translation>
        </message>
        <message>
            <source>Edit all fields</source>
            <translation>修改全部栏目</translation>
        </message>
        <message>
            <source>To the next stage, or to the first thing missing</source>
            <translation>到下一步；缺什么就跳到那里</translation>
        </message>
        <message>
            <source>From pane to pane</source>
            <translation>逐区切换</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Another thing to do</source>
            <translation>换一件事</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Do what stands at its right</source>
            <translation>执行右边的动作</translation>
        </message>
        <message>
            <source>Previous group, next group</source>
            <translation>上一组、下一组</translation>
        </message>
        <message>
            <source>Fold, unfold; in a chart: from point to point</source>
            <translation>收起、展开；在图中逐点移动</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Next step; import</source>
            <translation>下一步；导入</translation>
        </message>
        <message>
            <source>Step back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Next problem</source>
            <translation>下一处问题</translation>
        </message>
        <message>
            <source>Mend in place</source>
            <translation>直接修改</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再试一次</translation>
        </message>
        <message>
            <source>Stop reading the file</source>
            <translation>停止读取</translation>
        </message>
        <message>
            <source>Report, preview and plan</source>
            <translation>报告、预览和方案</translation>
        </message>
        <message>
            <source>Another page; the first, the last</source>
            <translation>翻页；第一页、最后一页</translation>
        </message>
        <message>
            <source>Larger, smaller</source>
            <translation>放大、缩小</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Sign and export; the next step of a plan; the answer that is highlighted in a dialog</source>
            <translation>签名并导出；方案的下一步；对话框里的主要按钮</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Opening a library, and the guide</source>
            <translation>打开资料库，以及指南</translation>
        </message>
        <message>
            <source>Open another library</source>
            <translation>打开另一个资料库</translation>
        </message>
        <message>
            <source>New library</source>
            <translation>新建资料库</translation>
        </message>
        <message>
            <source>Search the guide; Enter goes on</source>
            <translation>在指南中搜索；Enter 找下一处</translation>
        </message>
        <message>
            <source>The page of the guide before this one</source>
            <translation>指南的前一页</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>Search the keys</source>
            <translation>搜索快捷键</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>想做什么？</translation>
        </message>
        <message>
            <source>No key does that. Look for it with Ctrl+K.</source>
            <translation>没有这样的快捷键。请按 Ctrl+K 找找看。</translation>
        </message>
        <message>
            <source>All keys</source>
            <translation>快捷键总表</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>打印(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>关闭(&amp;C)</translation>
        </message>
        <message>
            <source>Making the PDF…</source>
            <translation>正在生成 PDF…</translation>
        </message>
    </context>
    <context>
        <name>Library</name>
        <message>
            <source>The text file that warns against moving files by hand is missing or damaged.</source>
            <translation>提醒“请勿手动移动”的文本文件缺失或损坏。</translation>
        </message>
        <message>
            <source>The reserve file reserve.bin, which gives room when the disk is full, is missing or damaged.</source>
            <translation>预留空间文件 reserve.bin（磁盘写满时用它腾出空间）缺失或损坏。</translation>
        </message>
        <message>
            <source>The first bytes of the database are damaged; the key file holds them too.</source>
            <translation>数据库开头的几个字节损坏；密钥文件里存有同样的内容。</translation>
        </message>
        <message>
            <source>The file library.labq is missing or damaged.</source>
            <translation>文件 library.labq 缺失或已损坏。</translation>
        </message>
        <message>
            <source>The key file {name} is missing or damaged.</source>
            <translation>密钥文件 {name} 缺失或已损坏。</translation>
        </message>
        <message>
            <source>No key file is whole; put one back from a copy of the library.</source>
            <translation>没有完好的密钥文件；请从资料库副本中放回一个。</translation>
        </message>
        <message>
            <source>The two key files differ; the first one counts.</source>
            <translation>两个密钥文件不一致；以第一个为准。</translation>
        </message>
        <message>
            <source>"{name}" in the library's folder is not part of the library; it was left alone.</source>
            <translation>资料库文件夹里的“{name}”不属于资料库，未作任何处理。</translation>
        </message>
        <message>
            <source>{count} more {count:file|files} in the library's folder {count:is|are} not part of it; {count:it was|they were} left alone.</source>
            <translation>资料库文件夹里还有 {count} 个文件不属于资料库，未作任何处理。</translation>
        </message>
        <message>
            <source>The backup {name} is of another library; it was left alone.</source>
            <translation>备份 {name} 属于另一个资料库，未作任何处理。</translation>
        </message>
        <message>
            <source>The backup {name} in the folder backups is damaged. Make a new backup, then delete it.</source>
            <translation>文件夹 backups 里的备份 {name} 已损坏。请先做一个新备份，再删除它。</translation>
        </message>
        <message>
            <source>The file library.labq says that a newer version of the program wrote the library, but the database does not. If no newer version was used here, delete library.labq and open the library; the file is made again.</source>
            <translation>文件 library.labq 说资料库由更新版本的程序写成，但数据库并非如此。如果这里没有用过更新的版本，请删除 library.labq 再打开资料库，该文件会重新生成。</translation>
        </message>
        <message>
            <source>The library is in use, so its pages could not be checked. Close it and check again.</source>
            <translation>资料库正在使用，无法检查数据页。请关闭后再检查。</translation>
        </message>
        <message>
            <source>{count} {count:place|places} of the database {count:is|are} damaged. Put back a copy from the folder backups.</source>
            <translation>数据库有 {count} 处损坏。请从文件夹 backups 中还原一份备份。</translation>
        </message>
        <message>
            <source>The structure of the database is damaged ({count} {count:fault|faults}). Put back a copy from the folder backups.</source>
            <translation>数据库结构已损坏（{count} 处）。请从文件夹 backups 中还原一份备份。</translation>
        </message>
        <message>
            <source>{count} {count:row|rows} of {table} {count:points|point} to a record that does not exist.</source>
            <translation>数据表 {table} 中有 {count} 行指向不存在的记录。</translation>
        </message>
        <message>
            <source>The history was changed outside the program, first at entry {row} (act {act}).</source>
            <translation>修改记录在程序之外被改动，最早在第 {row} 条（第 {act} 次操作）。</translation>
        </message>
        <message>
            <source>The file {name} is damaged.</source>
            <translation>文件 {name} 已损坏。</translation>
        </message>
        <message>
            <source>The file {name} is missing.</source>
            <translation>文件 {name} 缺失。</translation>
        </message>
        <message>
            <source>{words} The files as they were found are kept in the folder {name}.</source>
            <translation>{words}发现时的文件已另存在文件夹 {name} 中。</translation>
        </message>
        <message>
            <source>The history has taken another way than what was saved last: the database was replaced by another copy. Compare it with the newest backup.</source>
            <translation>修改记录与上次保存的内容对不上：数据库被换成了另一份副本。请与最近的备份核对。</translation>
        </message>
        <message>
            <source>{count} saved {count:entry|entries} of the history {count:is|are} missing: the database was damaged or replaced by an older copy. Put back the newest backup, or enter again what is missing.</source>
            <translation>有 {count} 条已保存的修改记录缺失：数据库曾损坏，或被换成了较旧的副本。请还原最近的备份，或补录缺失的内容。</translation>
        </message>
        <message>
            <source>The search index is not complete: {missing} {missing:record is|records are} missing, {extra} {extra:is|are} too many.</source>
            <translation>搜索索引不完整：缺少 {missing} 条记录，多出 {extra} 条。</translation>
        </message>
        <message>
            <source>{count} more attached {count:file is|files are} missing or damaged.</source>
            <translation>另有 {count} 个附件缺失或已损坏。</translation>
        </message>
        <message>
            <source>{count} attached {count:file belongs|files belong} to no record; {count:it goes|they go} to the trash of the folder attachments.</source>
            <translation>{count} 个附件不属于任何记录；将移入文件夹 attachments 的回收区。</translation>
        </message>
        <message>
            <source>The search index is missing.</source>
            <translation>搜索索引缺失。</translation>
        </message>
        <message>
            <source>The attached file {name} is missing from the folder attachments.</source>
            <translation>文件夹 attachments 中缺少附件 {name}。</translation>
        </message>
        <message>
            <source>The attached file {name} is damaged.</source>
            <translation>附件 {name} 已损坏。</translation>
        </message>
        <message>
            <source>The library is in use by another program or window. Close it there and try again; nothing was saved.</source>
            <translation>资料库正被另一个程序或窗口使用。请在那里关闭后重试；本次未保存。</translation>
        </message>
        <message>
            <source>The disk {disk} is full ({free} MB free). Make room and save again; everything saved before is kept.</source>
            <translation>磁盘 {disk} 已满（剩余 {free} MB）。请腾出空间后再保存；之前保存的都在。</translation>
        </message>
        <message>
            <source>A file of the library has become as large as the disk {disk} allows ({free} MB free). Everything saved before is kept; close the library and move its whole folder to a disk of the format NTFS.</source>
            <translation>资料库的文件已达到磁盘 {disk} 允许的最大长度（剩余 {free} MB）。之前保存的都在；请关闭资料库，把整个文件夹移到 NTFS 格式的磁盘上。</translation>
        </message>
        <message>
            <source>The disk {disk} reported an error ({free} MB free). Everything saved before is kept; check the disk and its cable, then open the library again.</source>
            <translation>磁盘 {disk} 读写出错（剩余 {free} MB）。之前保存的都在；请检查磁盘和连接线，然后重新打开资料库。</translation>
        </message>
        <message>
            <source>The folder {folder} or its files may not be written to. Ask for the right to write, or copy the library elsewhere.</source>
            <translation>文件夹 {folder} 或其中的文件不可写入。请申请写入权限，或把资料库复制到别处。</translation>
        </message>
        <message>
            <source>The database of the library {folder} is held by another program, such as a virus scanner. Wait a moment and try again; nothing was saved.</source>
            <translation>资料库 {folder} 的数据库被其他程序（如杀毒软件）占用。请稍等再试；这一次没有保存。</translation>
        </message>
        <message>
            <source>The database of the library {folder} is damaged. Leave the folder as it is and put back a copy from its folder backups.</source>
            <translation>资料库 {folder} 的数据库已损坏。请保持文件夹原样，并从其中的文件夹 backups 还原一份备份。</translation>
        </message>
        <message>
            <source>The file is larger than {limit} MB; it was not attached.</source>
            <translation>文件大于 {limit} MB，未添加为附件。</translation>
        </message>
        <message>
            <source>The attached file is missing from the folder attachments. Settings, Health: "Fetch from backups" looks for a healthy copy.</source>
            <translation>文件夹 attachments 中缺少这个附件。请到“设置 › 体检”，用“从备份取回”找完好的副本。</translation>
        </message>
        <message>
            <source>The attached file is damaged. Settings, Health: "Fetch from backups" looks for a healthy copy.</source>
            <translation>这个附件已损坏。请到“设置 › 体检”，用“从备份取回”找完好的副本。</translation>
        </message>
        <message>
            <source>A file in the folder attachments could not be deleted: another program holds it, or the folder may not be written to. The deletion goes on when you press "Finish the deletion".</source>
            <translation>附件文件夹里有一个文件删不掉：可能被其他程序占用，或文件夹不可写。关闭占用后点“完成删除”即可继续。</translation>
        </message>
        <message>
            <source>The file could not be stored in the folder attachments: {reason}. It was not attached; try again in a moment.</source>
            <translation>文件没有写入文件夹 attachments：{reason}。没有添加附件；请稍后再试。</translation>
        </message>
        <message>
            <source>There is no folder {folder}.</source>
            <translation>没有文件夹 {folder}。</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be read. Ask for the right to read it.</source>
            <translation>文件夹 {folder} 无法读取。请申请读取权限。</translation>
        </message>
        <message>
            <source>The folder {folder} is no library: it holds no library.labq.</source>
            <translation>文件夹 {folder} 不是资料库：其中没有 library.labq。</translation>
        </message>
        <message>
            <source>The library {folder} has lost its database laborqa.db. Put it back from a copy in the folder backups; nothing was changed.</source>
            <translation>资料库 {folder} 缺少数据库 laborqa.db。请从文件夹 backups 里的备份还原；未做任何更改。</translation>
        </message>
        <message>
            <source>A library needs a password.</source>
            <translation>资料库需要密码。</translation>
        </message>
        <message>
            <source>The password may have at most {count} {count:character|characters}.</source>
            <translation>密码最多 {count} 个字符。</translation>
        </message>
        <message>
            <source>The password does not open this library. Check the keyboard language and Caps Lock, or type the recovery code.</source>
            <translation>密码不能打开此资料库。请检查输入法和大写锁定，或输入恢复码。</translation>
        </message>
        <message>
            <source>Both key files of the library are damaged or missing, and no whole one lies in its folder backups, so it cannot be opened. Put a backup of the library into that folder and open it again with the password of that day; nothing was changed.</source>
            <translation>资料库的两个密钥文件都已损坏或缺失，backups 文件夹中也没有完好的，因此无法打开。请把一份资料库备份放进该文件夹，再用备份当天的密码打开；没有做任何更改。</translation>
        </message>
        <message>
            <source>There is a library in {folder} already. Open it, or choose another folder.</source>
            <translation>{folder} 中已有资料库。请打开它，或另选文件夹。</translation>
        </message>
        <message>
            <source>{folder} is not empty. Choose a new or an empty folder for the library.</source>
            <translation>{folder} 不是空文件夹。请为资料库选择新的或空的文件夹。</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be made or written to. Choose another place; nothing was left behind.</source>
            <translation>文件夹 {folder} 无法创建或写入。请另选位置；没有留下任何文件。</translation>
        </message>
        <message>
            <source>The folder cannot be written to, so the library is open for reading only.</source>
            <translation>文件夹不可写入，资料库以只读方式打开。</translation>
        </message>
        <message>
            <source>The folder cannot be written to, so the library is open for reading only. The program was not closed there, so the newest entries are not shown.</source>
            <translation>文件夹不可写入，资料库以只读方式打开。程序在那里未正常关闭，因此未显示最新内容。</translation>
        </message>
        <message>
            <source>{folder} lies on another computer of the network, where a library can be damaged. Choose a folder of this computer; nothing was made.</source>
            <translation>{folder} 在网络中的另一台电脑上，资料库放在那里容易损坏。请选择本机的文件夹；没有生成任何文件。</translation>
        </message>
        <message>
            <source>The library was made by an older version and must be brought up to date first: open it once where it can be written to.</source>
            <translation>资料库由旧版本建立，需要先升级：请在可写入的位置打开一次。</translation>
        </message>
        <message>
            <source>The library was written by version {version} of the program, which is newer than this one. It is open for reading only; install that version to work in it.</source>
            <translation>资料库由更新的程序版本 {version} 写成，现以只读方式打开；请安装该版本后再编辑。</translation>
        </message>
        <message>
            <source>Both key files of the library were damaged, so one of a backup was taken. Password and recovery code are those of the day of that backup; change the password in the settings if an old one should not count.</source>
            <translation>资料库的两个密钥文件都已损坏，已改用备份中的密钥文件。密码和恢复码是那份备份当天的；如果旧密码不该再有效，请在设置中修改密码。</translation>
        </message>
        <message>
            <source>The library is open for reading only. {reason}</source>
            <translation>资料库以只读方式打开。{reason}</translation>
        </message>
        <message>
            <source>The database file is write-protected, so the library is open for reading only. Take the protection off the file laborqa.db to work in it.</source>
            <translation>数据库文件是写保护的，资料库以只读方式打开。要录入，请先取消文件 laborqa.db 的只读属性。</translation>
        </message>
        <message>
            <source>The library lies on another computer of the network, where writing could damage it, so it is open for reading only. Copy the whole folder to this computer to work in it.</source>
            <translation>资料库在网络中的另一台电脑上，在那里写入可能损坏它，因此以只读方式打开。要录入，请把整个文件夹复制到本机。</translation>
        </message>
        <message>
            <source>The library could not be brought up to date and was left as it was. Send the newest log to support.</source>
            <translation>资料库未能升级，已保持原样。请把最新日志发给技术支持。</translation>
        </message>
        <message>
            <source>The library is open for reading only; nothing was saved.</source>
            <translation>资料库以只读方式打开；未保存。</translation>
        </message>
        <message>
            <source>The disk {disk} reported an error, so the library is open for reading only from now on and this was not saved. Everything saved before is kept; check the disk, then close the library and open it again.</source>
            <translation>磁盘 {disk} 读写出错，资料库从现在起只能查看，这一次没有保存。之前保存的都在；请检查磁盘，然后关闭资料库再重新打开。</translation>
        </message>
        <message>
            <source>The library is being read at this moment. Wait until that is done and try again; nothing was changed.</source>
            <translation>资料库正在被读取。请等读完再试；什么都没有改动。</translation>
        </message>
        <message>
            <source>The library is in use by another window or program. Close it there and try again; nothing was changed.</source>
            <translation>资料库正被其他窗口或程序使用。请先在那里关闭再试；没有更改任何内容。</translation>
        </message>
        <message>
            <source>This computer no longer remembers the library, because its password was changed or the key store was emptied. Type the password.</source>
            <translation>本机已不再记得此资料库：密码已更改，或系统的密钥库被清空。请输入密码。</translation>
        </message>
        <message>
            <source>{program} synchronises this folder and may damage the library while it is in use. Close the library and move the whole folder elsewhere.</source>
            <translation>{program} 正在同步这个文件夹，使用中可能弄坏资料库。请关闭资料库，把整个文件夹移到别处。</translation>
        </message>
        <message>
            <source>The computer's clock is behind: the newest entry is of {moment}. Set the clock before you enter anything.</source>
            <translation>电脑时间落后：最新一条记录的时间是 {moment}。请先校准时间再录入。</translation>
        </message>
        <message>
            <source>The key store of this computer does not answer, so it remembers nothing new. Type the password as before; the library is unchanged.</source>
            <translation>本机的密钥库没有应答，未能记住。请照常输入密码；资料库没有变化。</translation>
        </message>
        <message>
            <source>The change could not be stored safely, so nothing is changed: what opened the library before opens it still. Check the disk and try again.</source>
            <translation>未能安全写入，因此没有更改：原来的密码和恢复码仍然有效。请检查磁盘后重试。</translation>
        </message>
        <message>
            <source>The new secret is stored and valid, but the old one could not be removed yet. Make room on the disk, then close the library and open it with the new one.</source>
            <translation>新的密码或恢复码已写入并有效，但旧的还没能清除。请腾出磁盘空间，关闭资料库，再用新的打开一次。</translation>
        </message>
        <message>
            <source>The disk {disk} is full ({free} MB free); this was not saved, everything saved before is kept. The library has now given free {mb} MB that it kept for this moment: save again, then make room on the disk.</source>
            <translation>磁盘 {disk} 已满（剩余 {free} MB），这一次没有保存，之前保存的都在。资料库已释放为此预留的 {mb} MB 空间：请再保存一次，然后清理磁盘。</translation>
        </message>
        <message>
            <source>The path of the folder {folder} is too long for a library. Choose a folder nearer to the top of the disk; nothing was made.</source>
            <translation>文件夹 {folder} 的路径太长，放不下资料库。请选一个离磁盘根目录更近的文件夹；没有建立任何内容。</translation>
        </message>
    </context>
    <context>
        <name>LibraryCard</name>
        <message>
            <source>Library</source>
            <translation>资料库</translation>
        </message>
        <message>
            <source>Working now: {person}</source>
            <translation>当前操作人：{person}</translation>
        </message>
        <message>
            <source>Open the &amp;folder</source>
            <translation>打开文件夹(&amp;F)</translation>
        </message>
        <message>
            <source>Nothing in this folder is to be moved or renamed by hand.</source>
            <translation>请不要手工移动或改名这个文件夹里的文件。</translation>
        </message>
    </context>
    <context>
        <name>Limited</name>
        <message>
            <source>{most} characters are the most that can be printed; {over} more {over:was|were} not taken.</source>
            <translation>最多能打印 {most} 个字；多出的 {over} 个字没有录入。</translation>
        </message>
        <message>
            <source>{count} of {most} characters</source>
            <translation>{count} / {most} 字</translation>
        </message>
    </context>
    <context>
        <name>LinesCard</name>
        <message>
            <source>Show all {count}</source>
            <translation>显示全部 {count} 条</translation>
        </message>
    </context>
    <context>
        <name>ListCard</name>
        <message>
            <source>Every backup is listed here.</source>
            <translation>每个备份都会列在这里。</translation>
        </message>
        <message>
            <source>All backups</source>
            <translation>全部备份</translation>
        </message>
        <message>
            <source>library and second place</source>
            <translation>资料库和备用位置</translation>
        </message>
        <message>
            <source>library</source>
            <translation>资料库</translation>
        </message>
        <message>
            <source>second place</source>
            <translation>备用位置</translation>
        </message>
    </context>
    <context>
        <name>ListChanges</name>
        <message>
            <source>Changed: {count}</source>
            <translation>已修改：{count} 条</translation>
        </message>
        <message>
            <source>Archive {count} {count:record|records}</source>
            <translation>归档 {count} 条记录</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>Archived: {count}</source>
            <translation>已归档 {count} 条</translation>
        </message>
        <message>
            <source>Restored: {count}</source>
            <translation>已恢复 {count} 条</translation>
        </message>
        <message>
            <source>Archiving {count}…</source>
            <translation>正在归档 {count} 条…</translation>
        </message>
        <message>
            <source>Restoring {count}…</source>
            <translation>正在恢复 {count} 条…</translation>
        </message>
        <message>
            <source>Archiving {count}; a backup is made before…</source>
            <translation>正在归档 {count} 条，先做一份备份…</translation>
        </message>
        <message>
            <source>Pasted: {count}</source>
            <translation>已粘贴：{count} 条</translation>
        </message>
        <message>
            <source>Nothing was pasted</source>
            <translation>没有粘贴</translation>
        </message>
    </context>
    <context>
        <name>ListMenu</name>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>&amp;Copy for Excel</source>
            <translation>复制到 Excel(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Export {count} {count:row|rows}…</source>
            <translation>导出 {count} 行(&amp;E)…</translation>
        </message>
        <message>
            <source>&amp;Print {count} {count:row|rows}…</source>
            <translation>打印 {count} 行(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>导入(&amp;I)…</translation>
        </message>
        <message>
            <source>Change a &amp;field…</source>
            <translation>批量修改(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Restore</source>
            <translation>恢复(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Archive</source>
            <translation>归档(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Show archived</source>
            <translation>显示已归档(&amp;S)</translation>
        </message>
        <message>
            <source>C&amp;olumns</source>
            <translation>显示的列(&amp;O)</translation>
        </message>
        <message>
            <source>Filter by</source>
            <translation>按列筛选</translation>
        </message>
        <message>
            <source>&amp;Paste from Excel…</source>
            <translation>从 Excel 粘贴(&amp;P)…</translation>
        </message>
        <message>
            <source>Paste as &amp;new records…</source>
            <translation>粘贴成新记录(&amp;N)…</translation>
        </message>
        <message>
            <source>Recycle &amp;bin…</source>
            <translation>回收站(&amp;B)…</translation>
        </message>
    </context>
    <context>
        <name>ListOut</name>
        <message>
            <source>Rows copied: {count}</source>
            <translation>已复制 {count} 行</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>Text with commas (*.csv)</source>
            <translation>逗号分隔文本 (*.csv)</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Exporting…</source>
            <translation>正在导出…</translation>
        </message>
        <message>
            <source>Rows exported: {count}</source>
            <translation>已导出 {count} 行</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Making the PDF…</source>
            <translation>正在生成 PDF…</translation>
        </message>
    </context>
    <context>
        <name>ListPanel</name>
        <message>
            <source>Search this list</source>
            <translation>在列表中搜索</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Nothing here yet.</source>
            <translation>这里还没有内容。</translation>
        </message>
        <message>
            <source>&amp;New</source>
            <translation>新建(&amp;N)</translation>
        </message>
        <message>
            <source>No row fits. Take a filter away or search for something else.</source>
            <translation>没有符合的记录。请去掉筛选，或换个词搜索。</translation>
        </message>
        <message>
            <source>{shown} {shown:row|rows}</source>
            <translation>共 {shown} 条</translation>
        </message>
        <message>
            <source>{shown} of {total} {total:row|rows}</source>
            <translation>筛出 {shown} / {total} 行</translation>
        </message>
        <message>
            <source>{rows} · {chosen} chosen</source>
            <translation>{rows} · 选中 {chosen} 条</translation>
        </message>
    </context>
    <context>
        <name>ListViews</name>
        <message>
            <source>Views</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>All rows</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>&amp;Views</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>Views of this list</source>
            <translation>本列表的视图</translation>
        </message>
        <message>
            <source>Update the view</source>
            <translation>更新视图</translation>
        </message>
        <message>
            <source>&amp;All rows</source>
            <translation>全部(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Save as a new view…</source>
            <translation>另存为新视图(&amp;S)…</translation>
        </message>
        <message>
            <source>&amp;Update "{name}"</source>
            <translation>更新“{name}”(&amp;U)</translation>
        </message>
        <message>
            <source>&amp;Rename "{name}"…</source>
            <translation>重命名“{name}”(&amp;R)…</translation>
        </message>
        <message>
            <source>&amp;Pinned above the list</source>
            <translation>固定在列表上方(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Delete "{name}"</source>
            <translation>删除“{name}”(&amp;D)</translation>
        </message>
        <message>
            <source>Save as a view</source>
            <translation>另存为视图</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Filters, search, order and columns of this list are kept under the name.</source>
            <translation>本列表的筛选、搜索、排序和列都以这个名称保存。</translation>
        </message>
        <message>
            <source>Rename the view</source>
            <translation>重命名视图</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>View deleted: {name}</source>
            <translation>已删除视图：{name}</translation>
        </message>
    </context>
    <context>
        <name>LooksCard</name>
        <message>
            <source>Who looked at what</source>
            <translation>谁看过什么</translation>
        </message>
        <message>
            <source>The last 100 looks at masked values and exports of personal data.</source>
            <translation>最近100次查看隐藏内容、导出个人信息的记录。</translation>
        </message>
        <message>
            <source>Nobody has looked at a masked value yet.</source>
            <translation>还没有人查看过隐藏的内容。</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Damage was found in the library. Do not go on working before it is looked into.</source>
            <translation>发现资料库损坏。处理之前请不要继续录入。</translation>
        </message>
        <message>
            <source>&amp;What now?</source>
            <translation>怎么办(&amp;W)？</translation>
        </message>
        <message>
            <source>Attached files are missing or damaged. The records are whole and you can go on working.</source>
            <translation>有附件丢失或损坏。记录本身完好，可以继续工作。</translation>
        </message>
        <message>
            <source>&amp;Which ones?</source>
            <translation>哪些附件(&amp;W)</translation>
        </message>
        <message>
            <source>A backup is damaged; the library itself is whole.</source>
            <translation>有一份备份已损坏；资料库本身完好。</translation>
        </message>
        <message>
            <source>Make a &amp;new one…</source>
            <translation>做一份新备份(&amp;N)…</translation>
        </message>
        <message>
            <source>Print preview</source>
            <translation>打印预览</translation>
        </message>
        <message>
            <source>Something in the library can be put right: Settings, Health.</source>
            <translation>资料库有可以修好的地方：设置 › 体检。</translation>
        </message>
        <message>
            <source>{command}: {why}</source>
            <translation>{command}：{why}</translation>
        </message>
    </context>
    <context>
        <name>MonthEntry</name>
        <message>
            <source>Up and down: a month further or back</source>
            <translation>↑↓ 键：后一月或前一月</translation>
        </message>
    </context>
    <context>
        <name>NewLibraryCard</name>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>显示密码</translation>
        </message>
        <message>
            <source>The password again</source>
            <translation>再输一次密码</translation>
        </message>
        <message>
            <source>Name of your company</source>
            <translation>公司名称</translation>
        </message>
        <message>
            <source>Your name. It stands in the history of what you change.</source>
            <translation>您的姓名，会记在每次修改的历史里。</translation>
        </message>
        <message>
            <source>Folder of the library</source>
            <translation>资料库文件夹</translation>
        </message>
        <message>
            <source>At least 8 characters.</source>
            <translation>至少 8 个字符。</translation>
        </message>
        <message>
            <source>Who is working</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>Choose the &amp;folder…</source>
            <translation>选择文件夹(&amp;F)…</translation>
        </message>
        <message>
            <source>&amp;Make the library</source>
            <translation>建立资料库(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>返回(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>继续(&amp;G)</translation>
        </message>
        <message>
            <source>A new library</source>
            <translation>新建资料库</translation>
        </message>
        <message>
            <source>Everything in the library is encrypted with it. Next you get a recovery sheet for the day it is forgotten.</source>
            <translation>资料库的全部内容都用它加密。下面还会给您一张恢复单，忘记密码时用。</translation>
        </message>
        <message>
            <source>A password</source>
            <translation>设置密码</translation>
        </message>
        <message>
            <source>Making it…</source>
            <translation>正在建立…</translation>
        </message>
        <message>
            <source>Type the name of your company.</source>
            <translation>请输入公司名称。</translation>
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation>请选择文件夹。</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>两次输入的密码不同。</translation>
        </message>
    </context>
    <context>
        <name>NewRecordDialog</name>
        <message>
            <source>New: {kind}</source>
            <translation>新建：{kind}</translation>
        </message>
        <message>
            <source>Only what must be filled in; the rest can wait. You come back to where you were.</source>
            <translation>只列出必填项，其余以后再补。保存后回到刚才的表单。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>&amp;Save and choose</source>
            <translation>保存并选用(&amp;S)</translation>
        </message>
    </context>
    <context>
        <name>Obstacles</name>
        <message>
            <source>This Windows is too old (build {build}): LaborQA needs Windows 10 version 1903 (build {least}) or newer. Your libraries were not touched. Update Windows, or open them on another computer.</source>
            <translation>这台电脑的 Windows 太旧（内部版本 {build}）：LaborQA 需要 Windows 10 1903（内部版本 {least}）或更新的版本。您的资料库没有被改动。请更新 Windows，或在另一台电脑上打开。</translation>
        </message>
        <message>
            <source>A part of the program ({part}) is missing or was blocked, most likely because a virus scanner put it into quarantine. Your libraries were not touched. Restore it in the virus scanner and trust LaborQA there, or install the program again.</source>
            <translation>程序的一部分（{part}）不见了或被拦截，多半是杀毒软件把它隔离了。您的资料库没有被改动。请在杀毒软件里恢复它并信任 LaborQA，或重新安装程序。</translation>
        </message>
    </context>
    <context>
        <name>Options</name>
        <message>
            <source>Type part of the name</source>
            <translation>输入名称的一部分</translation>
        </message>
        <message>
            <source>Language of the report</source>
            <translation>报告文种</translation>
        </message>
        <message>
            <source>The month in one sentence</source>
            <translation>一句话概括本月</translation>
        </message>
        <message>
            <source>Month before</source>
            <translation>上一月</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>下一月</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>文种</translation>
        </message>
        <message>
            <source>One thought a line; empty ones are left out of the report.</source>
            <translation>一行写一条，空着的不印。</translation>
        </message>
        <message>
            <source>Client or site</source>
            <translation>客户 / 项目点</translation>
        </message>
        <message>
            <source>Summary (section 1)</source>
            <translation>本月概要（第 1 节）</translation>
        </message>
        <message>
            <source>Overall</source>
            <translation>总体评价</translation>
        </message>
        <message>
            <source>Highlights</source>
            <translation>亮点</translation>
        </message>
        <message>
            <source>Concerns</source>
            <translation>关注</translation>
        </message>
        <message>
            <source>Decisions asked of the client</source>
            <translation>请客户决定</translation>
        </message>
        <message>
            <source>Next month (section 12)</source>
            <translation>下月计划（第 12 节）</translation>
        </message>
        <message>
            <source>Focus</source>
            <translation>重点</translation>
        </message>
        <message>
            <source>What we need from the client</source>
            <translation>需要客户配合</translation>
        </message>
        <message>
            <source>Write it as 2026-10.</source>
            <translation>请写成 2026-10。</translation>
        </message>
        <message>
            <source>client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>site</source>
            <translation>项目点</translation>
        </message>
    </context>
    <context>
        <name>OrgUnit</name>
        <message>
            <source>Departments and teams</source>
            <translation>部门班组</translation>
        </message>
        <message>
            <source>department or team</source>
            <translation>部门或班组</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Department or team</source>
            <translation>部门或班组</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Part of</source>
            <translation>上级</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>OtherWords</name>
        <message>
            <source>plan, service programme, arrangement</source>
            <translation>计划,服务计划,工作计划,排期</translation>
        </message>
        <message>
            <source>employee, worker, roster, personnel</source>
            <translation>员工,职工,花名册,人事,工人</translation>
        </message>
        <message>
            <source>licence, health card, work permit</source>
            <translation>证件,上岗证,健康证,资格证</translation>
        </message>
        <message>
            <source>customer, company, party A</source>
            <translation>甲方,业主,委托单位</translation>
        </message>
        <message>
            <source>project, place, location, building</source>
            <translation>项目,驻点,工地,服务点</translation>
        </message>
        <message>
            <source>SOP, standard, inspection form, items</source>
            <translation>标准,作业标准,检查项,评分表</translation>
        </message>
        <message>
            <source>round, quality check, spot check</source>
            <translation>巡检,质检,抽查,打分</translation>
        </message>
        <message>
            <source>complaint, correction, failure, accident, finding</source>
            <translation>新建投诉,客户投诉,整改,不合格,隐患,缺陷,事故</translation>
        </message>
        <message>
            <source>validate, true or false, signed</source>
            <translation>验证,查真假,验签</translation>
        </message>
        <message>
            <source>monthly, quality report, issued</source>
            <translation>月报,质量报告,签发</translation>
        </message>
        <message>
            <source>second place, copy</source>
            <translation>备用位置,第二处,拷贝,副本</translation>
        </message>
        <message>
            <source>settings, seal, certificate to sign with</source>
            <translation>设置,公章,签名证书</translation>
        </message>
    </context>
    <context>
        <name>Outsider</name>
        <message>
            <source>Outsiders</source>
            <translation>外部人员</translation>
        </message>
        <message>
            <source>outsider</source>
            <translation>外部人员</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Outsider</source>
            <translation>外部人员</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>PageActs</name>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
    </context>
    <context>
        <name>PasswordHints</name>
        <message>
            <source>Full-width letters: switch the input method to half width or to English.</source>
            <translation>含全角字符：请把输入法切换到半角或英文。</translation>
        </message>
        <message>
            <source>Caps Lock seems to be on</source>
            <translation>大写锁定似乎开着</translation>
        </message>
    </context>
    <context>
        <name>PasteDialog</name>
        <message>
            <source>Paste {rows} {rows:row|rows}: {list}</source>
            <translation>粘贴 {rows} 行：{list}</translation>
        </message>
        <message>
            <source>Rows go</source>
            <translation>每一行</translation>
        </message>
        <message>
            <source>First row holds &amp;headings</source>
            <translation>第一行是表头(&amp;H)</translation>
        </message>
        <message>
            <source>Pasted rows</source>
            <translation>粘贴的行</translation>
        </message>
        <message>
            <source>Mend</source>
            <translation>改这一格</translation>
        </message>
        <message>
            <source>Next error</source>
            <translation>下一个错误</translation>
        </message>
        <message>
            <source>Leave row out</source>
            <translation>不粘贴这一行</translation>
        </message>
        <message>
            <source>Field of the column</source>
            <translation>列对应的栏目</translation>
        </message>
        <message>
            <source>Empty cells change nothing.</source>
            <translation>空格不改动原来的内容。</translation>
        </message>
        <message>
            <source>&amp;Try again</source>
            <translation>重新检查(&amp;T)</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>to the records with the same {fields}</source>
            <translation>按{fields}对应记录</translation>
        </message>
        <message>
            <source>onto the rows of the list</source>
            <translation>写到列表的行里</translation>
        </message>
        <message>
            <source>in as new records</source>
            <translation>作为新记录</translation>
        </message>
        <message>
            <source>(not pasted)</source>
            <translation>（不粘贴）</translation>
        </message>
        <message>
            <source>No column is taken yet. Click a column's heading and choose the field it fills.</source>
            <translation>还没有一列能对应。请点列的标题，选它对应的栏目。</translation>
        </message>
        <message>
            <source>Trying all rows…</source>
            <translation>正在检查所有行…</translation>
        </message>
        <message>
            <source>Rows left out: {count}</source>
            <translation>没有算进来的行：{count}</translation>
        </message>
        <message>
            <source>Row {row}: {reason}</source>
            <translation>第 {row} 行：{reason}</translation>
        </message>
        <message>
            <source>{new} new, {changed} changed, {same} unchanged, {bad} with {bad:an error|errors}</source>
            <translation>新增 {new}，修改 {changed}，不变 {same}，有错 {bad}</translation>
        </message>
        <message>
            <source>Paste {count} {count:row|rows}</source>
            <translation>粘贴 {count} 行</translation>
        </message>
        <message>
            <source>F8 goes to the next error. Nothing is pasted while one is left.</source>
            <translation>按 F8 到下一个错误。还有错误时一行也不粘贴。</translation>
        </message>
        <message>
            <source>Pasting…</source>
            <translation>正在粘贴…</translation>
        </message>
    </context>
    <context>
        <name>PasteModel</name>
        <message>
            <source>Column {heading}: choose the field it fills  Alt+Down</source>
            <translation>列“{heading}”：选它对应的栏目  Alt+↓</translation>
        </message>
        <message>
            <source>Becomes</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>(not pasted)</source>
            <translation>（不粘贴）</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>不粘贴</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>不变</translation>
        </message>
        <message>
            <source>error</source>
            <translation>有错</translation>
        </message>
    </context>
    <context>
        <name>PdfDialog</name>
        <message>
            <source>&amp;Close</source>
            <translation>关闭(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>Period</name>
        <message>
            <source>Overdue or expired</source>
            <translation>已逾期或到期</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>Next 7 days</source>
            <translation>未来 7 天</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>Next 30 days</source>
            <translation>未来 30 天</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
    </context>
    <context>
        <name>Person</name>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>person</source>
            <translation>人员</translation>
        </message>
    </context>
    <context>
        <name>PersonalDialog</name>
        <message>
            <source>These columns hold personal data and are left out unless you tick it: {columns}</source>
            <translation>这些列含个人信息，不勾选就不会导出：{columns}</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>&amp;With personal data</source>
            <translation>包含个人信息(&amp;W)</translation>
        </message>
        <message>
            <source>What for (stands in the history with the columns and records)</source>
            <translation>用途（连同列和记录一起写入修改记录）</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
    </context>
    <context>
        <name>PictureBox</name>
        <message>
            <source>Picture missing</source>
            <translation>图片丢失</translation>
        </message>
        <message>
            <source>No picture</source>
            <translation>没有图片</translation>
        </message>
        <message>
            <source>Choose or paste</source>
            <translation>选择或粘贴</translation>
        </message>
        <message>
            <source>The picture was not kept</source>
            <translation>图片未保存</translation>
        </message>
    </context>
    <context>
        <name>Pictures</name>
        <message>
            <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp)</source>
            <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp)</translation>
        </message>
        <message>
            <source>pasted picture</source>
            <translation>粘贴的图片</translation>
        </message>
    </context>
    <context>
        <name>PlaceCard</name>
        <message>
            <source>Choose a fo&amp;lder…</source>
            <translation>选择文件夹(&amp;L)…</translation>
        </message>
        <message>
            <source>Cop&amp;y there now</source>
            <translation>现在复制(&amp;Y)</translation>
        </message>
        <message>
            <source>Do not use it any &amp;more</source>
            <translation>不再使用(&amp;M)</translation>
        </message>
        <message>
            <source>Second place</source>
            <translation>备用位置</translation>
        </message>
        <message>
            <source>No second place is chosen</source>
            <translation>还没有选备用位置</translation>
        </message>
        <message>
            <source>A backup on the same disk is lost together with it. Choose a USB stick or another disk; each backup is copied there whenever it is connected.</source>
            <translation>同一块硬盘上的备份会和硬盘一起丢失。请选 U 盘或另一块硬盘，接上时每个备份都会自动复制过去。</translation>
        </message>
        <message>
            <source>No copy has gone there yet.</source>
            <translation>还没有副本放过去。</translation>
        </message>
        <message>
            <source>The newest copy there is of {moment}.</source>
            <translation>那里最新的副本是 {moment} 的。</translation>
        </message>
        <message>
            <source>It is not connected now.</source>
            <translation>现在没有接上。</translation>
        </message>
        <message>
            <source>It lies on the same disk as the library and would be lost with it; another disk is better.</source>
            <translation>它和资料库在同一块硬盘上，会一起丢失；换一块硬盘更好。</translation>
        </message>
    </context>
    <context>
        <name>Plan</name>
        <message>
            <source>Service plans</source>
            <translation>服务方案</translation>
        </message>
        <message>
            <source>service plan</source>
            <translation>服务方案</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>Edition</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>In force from</source>
            <translation>生效日期</translation>
        </message>
        <message>
            <source>Confirmed by (client)</source>
            <translation>客户确认人</translation>
        </message>
        <message>
            <source>Confirmed on</source>
            <translation>确认日期</translation>
        </message>
        <message>
            <source>Reason for the change</source>
            <translation>变更原因</translation>
        </message>
        <message>
            <source>Client's needs</source>
            <translation>客户需求</translation>
        </message>
        <message>
            <source>Content</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Need</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>From</source>
            <translation>提出人</translation>
        </message>
        <message>
            <source>Noted on</source>
            <translation>记录日期</translation>
        </message>
        <message>
            <source>Covered by</source>
            <translation>对应条款</translation>
        </message>
        <message>
            <source>Service items</source>
            <translation>服务内容</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Area type</source>
            <translation>区域类型</translation>
        </message>
        <message>
            <source>Service item</source>
            <translation>服务项目</translation>
        </message>
        <message>
            <source>Frequency</source>
            <translation>频次</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>标准</translation>
        </message>
        <message>
            <source>Staffing</source>
            <translation>人员配置</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Headcount</source>
            <translation>人数</translation>
        </message>
        <message>
            <source>Qualification</source>
            <translation>资格要求</translation>
        </message>
        <message>
            <source>Not included</source>
            <translation>不含范围</translation>
        </message>
        <message>
            <source>Equipment and materials</source>
            <translation>设备物资</translation>
        </message>
        <message>
            <source>Conditions</source>
            <translation>保障条件</translation>
        </message>
        <message>
            <source>Emergency plans</source>
            <translation>应急预案</translation>
        </message>
        <message>
            <source>Communication</source>
            <translation>沟通安排</translation>
        </message>
        <message>
            <source>Risks</source>
            <translation>风险</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>PlanScreen</name>
        <message>
            <source>Close this plan?</source>
            <translation>关闭这个方案？</translation>
        </message>
        <message>
            <source>The site then has no plan in force until another edition is put in force.</source>
            <translation>关闭后该项目点没有执行中的方案，直到另一版生效。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>The client's confirmation</source>
            <translation>客户确认</translation>
        </message>
        <message>
            <source>Confirmed by (client)</source>
            <translation>确认人（客户）</translation>
        </message>
        <message>
            <source>Confirmed on</source>
            <translation>确认日期</translation>
        </message>
        <message>
            <source>In force from</source>
            <translation>生效日期</translation>
        </message>
        <message>
            <source>Signed plan</source>
            <translation>签字版方案</translation>
        </message>
        <message>
            <source>Photo or scan; may follow later</source>
            <translation>照片或扫描件，可以以后补</translation>
        </message>
        <message>
            <source>Put in force</source>
            <translation>生效</translation>
        </message>
        <message>
            <source>The edition in force so far is superseded. Afterwards the content cannot be changed; a new edition takes changes.</source>
            <translation>原来执行中的版本将被替代。生效后内容不能再改，要改请做新版。</translation>
        </message>
    </context>
    <context>
        <name>Plans</name>
        <message>
            <source>Back to draft</source>
            <translation>退回草稿</translation>
        </message>
        <message>
            <source>To internal review</source>
            <translation>送内审</translation>
        </message>
        <message>
            <source>Send to the client</source>
            <translation>送客户确认</translation>
        </message>
        <message>
            <source>Put in force</source>
            <translation>生效</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>This step does not follow from the state the plan is in.</source>
            <translation>方案在当前状态不能走这一步。</translation>
        </message>
        <message>
            <source>The day of confirmation lies in the future.</source>
            <translation>确认日期在将来。</translation>
        </message>
        <message>
            <source>Edition {edition} is still in the making. Finish it first.</source>
            <translation>第 {edition} 版尚未完成，请先完成它。</translation>
        </message>
        <message>
            <source>The plan has no title.</source>
            <translation>方案没有标题。</translation>
        </message>
        <message>
            <source>The plan has no service item.</source>
            <translation>方案没有服务内容。</translation>
        </message>
        <message>
            <source>The plan has no staffing.</source>
            <translation>方案没有人员配置。</translation>
        </message>
        <message>
            <source>Who confirmed it for the client is not named.</source>
            <translation>未填写客户确认人。</translation>
        </message>
        <message>
            <source>The day of the client's confirmation is missing.</source>
            <translation>未填写客户确认日期。</translation>
        </message>
    </context>
    <context>
        <name>Post</name>
        <message>
            <source>Posts</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Service type</source>
            <translation>服务类型</translation>
        </message>
        <message>
            <source>Headcount</source>
            <translation>人数</translation>
        </message>
        <message>
            <source>Next post in career</source>
            <translation>晋升岗位</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Preview of the report</source>
            <translation>报告预览</translation>
        </message>
        <message>
            <source>Page before</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>缩放</translation>
        </message>
        <message>
            <source>Whole page</source>
            <translation>整页</translation>
        </message>
        <message>
            <source>Fit width</source>
            <translation>适合宽度</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>This file cannot be shown: it is damaged or no PDF.</source>
            <translation>此文件无法显示：文件已损坏，或不是 PDF。</translation>
        </message>
    </context>
    <context>
        <name>PreviewDialog</name>
        <message>
            <source>Page {number}</source>
            <translation>第 {number} 页</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>打印(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>关闭(&amp;C)</translation>
        </message>
        <message>
            <source>Preparing the pages…</source>
            <translation>正在准备页面…</translation>
        </message>
    </context>
    <context>
        <name>Print</name>
        <message>
            <source>A PDF holds at most {most} {most:row|rows} and the list has {count}; nothing was made. Filter the list, choose rows, or export it as a workbook.</source>
            <translation>PDF 最多容纳 {most} 行，本列表有 {count} 行；没有生成文件。请先筛选或选中部分行，或导出为工作簿。</translation>
        </message>
        <message>
            <source>Search: {words}</source>
            <translation>搜索：{words}</translation>
        </message>
        <message>
            <source>{column}: {values}</source>
            <translation>{column}：{values}</translation>
        </message>
        <message>
            <source>{first}, {rest}</source>
            <translation>{first}、{rest}</translation>
        </message>
        <message>
            <source>All columns shown hold personal data, so nothing would be left. Show another column or tick "With personal data".</source>
            <translation>显示的列都是个人信息，去掉后什么都不剩。请再显示其他列，或勾选“包含个人信息”。</translation>
        </message>
    </context>
    <context>
        <name>Privacy</name>
        <message>
            <source>Needed for the labour contract, PIPL 13(1)(2)</source>
            <translation>订立、履行劳动合同所必需（个保法第13条第1款第2项）</translation>
        </message>
        <message>
            <source>Human resources management, PIPL 13(1)(2)</source>
            <translation>人力资源管理所必需（个保法第13条第1款第2项）</translation>
        </message>
        <message>
            <source>Needed for a legal duty, PIPL 13(1)(3)</source>
            <translation>履行法定义务所必需（个保法第13条第1款第3项）</translation>
        </message>
        <message>
            <source>Consent, PIPL 13(1)(1)</source>
            <translation>取得个人同意（个保法第13条第1款第1项）</translation>
        </message>
        <message>
            <source>Separate consent, PIPL 29</source>
            <translation>取得单独同意（个保法第29条）</translation>
        </message>
        <message>
            <source>shortest time needed, PIPL 19</source>
            <translation>实现目的所必要的最短时间，个保法第19条</translation>
        </message>
        <message>
            <source>Identity and ID number</source>
            <translation>身份信息和身份证号</translation>
        </message>
        <message>
            <source>Phone, address, emergency contact</source>
            <translation>电话、住址、紧急联系人</translation>
        </message>
        <message>
            <source>Contract and employment</source>
            <translation>劳动合同和任职</translation>
        </message>
        <message>
            <source>contract text at least 2 years, Labour Contract Law 50</source>
            <translation>合同文本至少保存2年，劳动合同法第50条</translation>
        </message>
        <message>
            <source>Pay grade and wage records</source>
            <translation>薪级和工资记录</translation>
        </message>
        <message>
            <source>wage ledger at least 3 years, Regulation on wages of migrant workers</source>
            <translation>工资台账至少保存3年，保障农民工工资支付条例</translation>
        </message>
        <message>
            <source>Health certificates</source>
            <translation>健康证明</translation>
        </message>
        <message>
            <source>Training and certificates</source>
            <translation>培训和证书</translation>
        </message>
        <message>
            <source>Records of who saw and changed data</source>
            <translation>查看和修改记录</translation>
        </message>
        <message>
            <source>assessment and audit records at least 3 years, PIPL 56</source>
            <translation>评估和处理记录至少保存3年，个保法第56条</translation>
        </message>
        <message>
            <source>"{category}": between 0 and {most} {most:month|months}.</source>
            <translation>“{category}”：请填 0 到 {most} 个月。</translation>
        </message>
        <message>
            <source>"{category}" goes below {floor} {floor:month|months} ({source}); give a reason to do so.</source>
            <translation>“{category}”低于 {floor} 个月（{source}）；要这样改，请填写理由。</translation>
        </message>
        <message>
            <source>The data were deleted already on {day}.</source>
            <translation>该人员的数据已于 {day} 删除。</translation>
        </message>
        <message>
            <source>The person is still employed: enter the day of leaving and the status "left".</source>
            <translation>该人员仍在职：请先填写离职日期，并把状态改为“离职”。</translation>
        </message>
        <message>
            <source>The law asks to keep contract and wage records until {day} (reference value; check with a lawyer). Restricting the use meets a withdrawn consent too.</source>
            <translation>法律要求合同和工资记录保存到 {day}（参考值，请与律师确认）。撤回同意时，也可以先限制使用。</translation>
        </message>
        <message>
            <source>Your own rule keeps the data until {day}.</source>
            <translation>按本公司的规则，数据保存到 {day}。</translation>
        </message>
        <message>
            <source>Open problems are owned by the person: {which}. Close them or give them another owner.</source>
            <translation>该人员名下还有未关闭的问题：{which}。请先关闭或换责任人。</translation>
        </message>
        <message>
            <source>The person is in charge of clients: {which}. Name somebody else there.</source>
            <translation>该人员还是客户负责人：{which}。请先换人。</translation>
        </message>
        <message>
            <source>The person manages sites: {which}. Name somebody else there.</source>
            <translation>该人员还是项目负责人：{which}。请先换人。</translation>
        </message>
        <message>
            <source>The person manages departments: {which}. Name somebody else there.</source>
            <translation>该人员还是部门负责人：{which}。请先换人。</translation>
        </message>
        <message>
            <source>Inspections by the person are not submitted yet: {which}. Submit or archive them.</source>
            <translation>该人员还有未提交的检查：{which}。请先提交或归档。</translation>
        </message>
        <message>
            <source>other entries</source>
            <translation>其他条目</translation>
        </message>
        <message>
            <source>What happened, and when it was noticed</source>
            <translation>发生了什么，何时发现</translation>
        </message>
        <message>
            <source>Categories of personal data concerned</source>
            <translation>涉及的个人信息种类</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Possible harm</source>
            <translation>可能造成的危害</translation>
        </message>
        <message>
            <source>Measures taken</source>
            <translation>已采取的补救措施</translation>
        </message>
        <message>
            <source>What those concerned can do</source>
            <translation>个人可以采取的减轻危害的措施</translation>
        </message>
        <message>
            <source>Contact in our company</source>
            <translation>本公司联系方式</translation>
        </message>
        <message>
            <source>Authority told, its contact, and when</source>
            <translation>已通知的主管部门、联系方式、时间</translation>
        </message>
        <message>
            <source>Personal data of one person</source>
            <translation>个人信息副本</translation>
        </message>
        <message>
            <source>The incident</source>
            <translation>事件</translation>
        </message>
        <message>
            <source>People concerned</source>
            <translation>涉及的人员</translation>
        </message>
        <message>
            <source>Number of people concerned</source>
            <translation>涉及人数</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Employee no.</source>
            <translation>工号</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>签字</translation>
        </message>
        <message>
            <source>{count} {count:person|people}</source>
            <translation>{count} 人</translation>
        </message>
        <message>
            <source>In charge, day</source>
            <translation>负责人、日期</translation>
        </message>
        <message>
            <source>Incident with personal data</source>
            <translation>个人信息安全事件报告表</translation>
        </message>
        <message>
            <source>Missing consents</source>
            <translation>缺少的同意</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Consent missing to</source>
            <translation>缺少哪项同意</translation>
        </message>
        <message>
            <source>; </source>
            <translation>；</translation>
        </message>
        <message>
            <source>File</source>
            <translation>档案</translation>
        </message>
        <message>
            <source>What</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Training sessions</source>
            <translation>培训班次</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>课程</translation>
        </message>
        <message>
            <source>Attendance</source>
            <translation>出勤</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Inspection</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>inspector</source>
            <translation>检查人</translation>
        </message>
        <message>
            <source>owner</source>
            <translation>责任人</translation>
        </message>
        <message>
            <source>found it</source>
            <translation>发现人</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Named in</source>
            <translation>涉及的检查和问题</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Attached files</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>存入时间</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>字节</translation>
        </message>
        <message>
            <source>History</source>
            <translation>修改记录</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Old</source>
            <translation>原值</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新值</translation>
        </message>
        <message>
            <source>Looked at</source>
            <translation>查看记录</translation>
        </message>
        <message>
            <source>How long data are kept</source>
            <translation>保存期限</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Legal basis</source>
            <translation>法律依据</translation>
        </message>
        <message>
            <source>Months after leaving</source>
            <translation>离职后保存月数</translation>
        </message>
        <message>
            <source>The use can be restricted only after the person has left; nobody was restricted.</source>
            <translation>离职之后才能限制使用；没有限制任何人。</translation>
        </message>
        <message>
            <source>The employee number {code} is in use again, so the file cannot come back. Change that number first.</source>
            <translation>工号 {code} 已被别人使用，档案不能恢复。请先改那个工号。</translation>
        </message>
        <message>
            <source>Tick what the person has consented to.</source>
            <translation>请勾选本人同意了哪几项。</translation>
        </message>
        <message>
            <source>The day of the consent is still to come.</source>
            <translation>同意日期还没到，请改成今天或更早。</translation>
        </message>
        <message>
            <source>record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>The folder {folder} holds the files as they were when damage was found, the data included. Delete it when that is settled.</source>
            <translation>文件夹 {folder} 里是发现损坏时另存的文件，其中还有这些信息。损坏处理完后请删除它。</translation>
        </message>
        <message>
            <source>The second place {folder} could not be reached: copies there still hold the data. Connect it and let backups be copied to it; the last of the older ones goes there on {day}.</source>
            <translation>备用位置 {folder} 现在连不上：那里的副本仍有这些信息。请接上它，让备份继续复制过去；其中较早的副本最迟在 {day} 全部清除。</translation>
        </message>
        <message>
            <source>{count} {count:backup|backups} of this library still {count:holds|hold} the data; the calendar removes the last of them on {day}. "Delete old backups" on this page does it now.</source>
            <translation>本资料库还有 {count} 份备份含有这些信息；按保留规则，最后一份在 {day} 清除。点本页的“删除旧备份”可以现在就删。</translation>
        </message>
        <message>
            <source>{count} {count:copy|copies} in the second place {folder} still {count:holds|hold} the data; the calendar removes the last of them on {day}, when a backup is copied there then. Who cannot wait deletes them there by hand.</source>
            <translation>备用位置 {folder} 还有 {count} 份副本含有这些信息；按保留规则，到 {day} 再复制备份时清除最后一份。不能等的，请到那里手动删除。</translation>
        </message>
        <message>
            <source>a day nobody can tell, as the computer's clock is wrong</source>
            <translation>（电脑时钟不对，无法推算）</translation>
        </message>
    </context>
    <context>
        <name>PrivacyPage</name>
        <message>
            <source>Looking where the data stand…</source>
            <translation>正在查找这些数据的位置…</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>没有成功</translation>
        </message>
        <message>
            <source>Deleted. What is left is called {pseudonym}.</source>
            <translation>已删除。剩下的记录改称 {pseudonym}。</translation>
        </message>
    </context>
    <context>
        <name>Problem</name>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>发现</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Inspection</source>
            <translation>检查记录</translation>
        </message>
        <message>
            <source>Failed item</source>
            <translation>不合格项</translation>
        </message>
        <message>
            <source>Found on</source>
            <translation>发现日期</translation>
        </message>
        <message>
            <source>Found by</source>
            <translation>发现人</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>问题描述</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>严重程度</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Responsible department</source>
            <translation>责任部门</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>整改措施</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>责任人</translation>
        </message>
        <message>
            <source>Due on</source>
            <translation>整改期限</translation>
        </message>
        <message>
            <source>First due on</source>
            <translation>原定期限</translation>
        </message>
        <message>
            <source>Containment</source>
            <translation>应急措施</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Corrected on</source>
            <translation>整改完成日期</translation>
        </message>
        <message>
            <source>Cost of poor quality (yuan)</source>
            <translation>质量损失（元）</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Closed on</source>
            <translation>关闭日期</translation>
        </message>
        <message>
            <source>Closed by</source>
            <translation>关闭人</translation>
        </message>
        <message>
            <source>Repeat of</source>
            <translation>重复问题</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>来源方式</translation>
        </message>
        <message>
            <source>Reason of voiding</source>
            <translation>作废原因</translation>
        </message>
        <message>
            <source>Extensions</source>
            <translation>延期记录</translation>
        </message>
        <message>
            <source>Old date</source>
            <translation>原期限</translation>
        </message>
        <message>
            <source>New date</source>
            <translation>新期限</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>延期原因</translation>
        </message>
        <message>
            <source>Agreed by</source>
            <translation>同意人</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
    </context>
    <context>
        <name>ProblemActs</name>
        <message>
            <source>More time</source>
            <translation>延期</translation>
        </message>
        <message>
            <source>New due date</source>
            <translation>新期限</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Agreed by</source>
            <translation>同意人</translation>
        </message>
        <message>
            <source>Extend</source>
            <translation>延期</translation>
        </message>
        <message>
            <source>The first due date stays in the figures for the client.</source>
            <translation>给客户的统计仍按最初期限计算。</translation>
        </message>
        <message>
            <source>Back to the owner</source>
            <translation>退回责任人</translation>
        </message>
        <message>
            <source>Why it is not corrected</source>
            <translation>为什么还没改好</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Void {code}</source>
            <translation>作废 {code}</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>It stays visible with the reason and leaves every figure. This cannot be undone.</source>
            <translation>记录和原因仍可看到，但不再计入任何统计。此操作不能撤销。</translation>
        </message>
        <message>
            <source>Not every file was added</source>
            <translation>有的文件没有添加</translation>
        </message>
        <message>
            <source>Adding files…</source>
            <translation>正在添加文件…</translation>
        </message>
    </context>
    <context>
        <name>ProblemModel</name>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>(no column)</source>
            <translation>（没有列）</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
    </context>
    <context>
        <name>ProblemPage</name>
        <message>
            <source>Stages</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>上一个</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一个</translation>
        </message>
        <message>
            <source>Edit all fields</source>
            <translation>修改全部内容</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>打印(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Void with a reason…</source>
            <translation>作废(&amp;V)…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Beside</source>
            <translation>旁边内容</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>事实</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>{count} d late</source>
            <translation>逾期 {count} 天</translation>
        </message>
        <message>
            <source>by {day}</source>
            <translation>{day} 前</translation>
        </message>
        <message>
            <source>Photos of the problem</source>
            <translation>问题照片</translation>
        </message>
    </context>
    <context>
        <name>ProblemScreen</name>
        <message>
            <source>&amp;New problem</source>
            <translation>新建问题(&amp;N)</translation>
        </message>
        <message>
            <source>Choose a problem at the left, or enter a new one.</source>
            <translation>在左边选一个问题，或新建一个。</translation>
        </message>
        <message>
            <source>&amp;Done</source>
            <translation>完成(&amp;D)</translation>
        </message>
        <message>
            <source>New problem</source>
            <translation>新建问题</translation>
        </message>
    </context>
    <context>
        <name>Problems</name>
        <message>
            <source>Corrected</source>
            <translation>已整改</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Who looked at it is not named.</source>
            <translation>未填写验收人。</translation>
        </message>
        <message>
            <source>The new date must be later than {date}.</source>
            <translation>新期限须晚于 {date}。</translation>
        </message>
        <message>
            <source>This step does not follow from the stage problem {code} is in.</source>
            <translation>问题 {code} 在当前阶段不能走这一步。</translation>
        </message>
        <message>
            <source>Problem {code} is closed or void and is not changed any more. If it comes back, enter a new problem.</source>
            <translation>问题 {code} 已关闭或作废，不能再改。如再次发生，请另录新问题。</translation>
        </message>
        <message>
            <source>The correction is not described.</source>
            <translation>未填写整改措施。</translation>
        </message>
        <message>
            <source>There is no evidence: attach a photo or write a note.</source>
            <translation>没有佐证：请附照片，或填写“复查结果”。</translation>
        </message>
        <message>
            <source>The date lies before {date}.</source>
            <translation>日期早于 {date}。</translation>
        </message>
        <message>
            <source>The date {date} lies in the future.</source>
            <translation>日期 {date} 在将来。</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>The program ended unexpectedly last time. What was saved is safe; what you had typed comes back when you open the library.</source>
            <translation>程序上次意外退出。已保存的内容都在；打开资料库后，当时正在输入的内容会恢复。</translation>
        </message>
        <message>
            <source>Look at the re&amp;port</source>
            <translation>查看报告(&amp;P)</translation>
        </message>
        <message>
            <source>{size}, no backup yet</source>
            <translation>{size}，还没有备份</translation>
        </message>
        <message>
            <source>{size}, backup {moment}</source>
            <translation>{size}，备份 {moment}</translation>
        </message>
        <message>
            <source>Open a library</source>
            <translation>打开资料库</translation>
        </message>
        <message>
            <source>A library from its backup</source>
            <translation>用备份还原资料库</translation>
        </message>
        <message>
            <source>Backups (*.labqbackup)</source>
            <translation>备份 (*.labqbackup)</translation>
        </message>
    </context>
    <context>
        <name>Progress</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Cancelling…</source>
            <translation>正在取消…</translation>
        </message>
    </context>
    <context>
        <name>PurgeDialog</name>
        <message>
            <source>Delete the data of {name} for good?</source>
            <translation>永久删除 {name} 的个人信息？</translation>
        </message>
        <message>
            <source>Not possible yet:</source>
            <translation>现在还不能删除：</translation>
        </message>
        <message>
            <source>Delete &amp;earlier than the rules ask for, on our responsibility</source>
            <translation>由本公司负责，提前删除(&amp;E)</translation>
        </message>
        <message>
            <source>Too early:</source>
            <translation>还没到期：</translation>
        </message>
        <message>
            <source>Reason (kept in the list of deletions)</source>
            <translation>理由（记入删除清单）</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>&amp;Delete for good</source>
            <translation>永久删除(&amp;D)</translation>
        </message>
        <message>
            <source>This cannot be undone. A verified backup is made first.</source>
            <translation>删除后不能撤销。删除前会先做一份核对过的备份。</translation>
        </message>
        <message>
            <source>While it runs you can cancel, and nothing is changed. Only clearing the last traces, at the very end, cannot be stopped.</source>
            <translation>进行中可以取消，取消后没有任何更改；只有最后清除残留数据这一步不能停止。</translation>
        </message>
        <message>
            <source>Deleted: the file with all child rows, consents, the numbers on {certificates} {certificates:certificate|certificates}, {files} attached {files:file|files}, drafts, and their values in the history.</source>
            <translation>将删除：档案及其所有明细、同意记录、{certificates} 张证书上的号码、{files} 个附件、草稿，以及修改记录里的这些内容。</translation>
        </message>
        <message>
            <source>{count} {count:file stays|files stay}, because another record holds the same content.</source>
            <translation>{count} 个文件保留，因为别的记录也用着同样的内容。</translation>
        </message>
        <message>
            <source>{count} {count:other has|others have} the same name: where only the name stands in a text, it stays, because it may mean them.</source>
            <translation>还有 {count} 人同名：文字里只写了姓名的地方不替换，因为可能指的是他们。</translation>
        </message>
        <message>
            <source>In the history and in other records stands "{pseudonym}" instead.</source>
            <translation>修改记录和其他记录里改为“{pseudonym}”。</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Replaced there, frozen records included: {places}</source>
            <translation>这些地方会替换（包括已锁定的记录）：{places}</translation>
        </message>
        <message>
            <source>{codes} and {count} more</source>
            <translation>{codes} 等，另有 {count} 份</translation>
        </message>
        <message>
            <source>Signed reports stay as they are, also if the name stands in them: {codes}</source>
            <translation>已签名的报告不会改动，里面有姓名也保留：{codes}</translation>
        </message>
        <message>
            <source>Backups made before still hold the data; delete them on this page afterwards.</source>
            <translation>以前的备份里还有这些数据；删除后可在本页删除旧备份。</translation>
        </message>
        <message>
            <source>Deleting…</source>
            <translation>正在删除…</translation>
        </message>
        <message>
            <source>Clearing the traces; this can no longer be cancelled…</source>
            <translation>正在清除残留数据，这一步不能再取消…</translation>
        </message>
        <message>
            <source>Deleted in the library</source>
            <translation>资料库中已删除</translation>
        </message>
        <message>
            <source>What is left is called {pseudonym}. Copies still hold the data:</source>
            <translation>留下的化名为 {pseudonym}。以下副本仍含有这些信息：</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Reason</name>
        <message>
            <source>"{fields}" says who a person is, so correcting it asks for a reason; it is not saved yet.</source>
            <translation>“{fields}”用于确认是谁，更正时须填写原因；目前还没有保存。</translation>
        </message>
        <message>
            <source>Problem {code} is counted in the issued report {report}, so changing "{fields}" asks for a reason; it is not saved yet.</source>
            <translation>问题 {code} 已计入签发的报告 {report}，更改“{fields}”须填写原因；目前还没有保存。</translation>
        </message>
        <message>
            <source>Problem {code} is counted in the issued report {report}, so putting it away asks for a reason; nothing was changed.</source>
            <translation>问题 {code} 已计入签发的报告 {report}，归档须填写原因；没有做任何更改。</translation>
        </message>
        <message>
            <source>{first}, {second}</source>
            <translation>{first}、{second}</translation>
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message>
            <source>Why is this changed?</source>
            <translation>为什么更改？</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>保存(&amp;S)</translation>
        </message>
    </context>
    <context>
        <name>RecordForm</name>
        <message>
            <source>This is no date. Write 2026-11-22, 2026.5.1 or 5.1.</source>
            <translation>不是日期。请写 2026-11-22、2026.5.1 或 5.1。</translation>
        </message>
        <message>
            <source>This is no number, or has too many digits after the point.</source>
            <translation>不是数字，或小数位数太多。</translation>
        </message>
        <message>
            <source>Choose one from the list: nothing is called like that.</source>
            <translation>请从列表中选择：没有这个名称。</translation>
        </message>
        <message>
            <source>Must be filled in</source>
            <translation>必填</translation>
        </message>
    </context>
    <context>
        <name>RecordHead</name>
        <message>
            <source>Previous</source>
            <translation>上一条</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一条</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Discar&amp;d the draft</source>
            <translation>放弃草稿(&amp;D)</translation>
        </message>
        <message>
            <source>New: {kind}</source>
            <translation>新建：{kind}</translation>
        </message>
        <message>
            <source>Draft of {moment} brought back; not saved yet.</source>
            <translation>已恢复 {moment} 的草稿，尚未保存。</translation>
        </message>
        <message>
            <source>Archived</source>
            <translation>已归档</translation>
        </message>
    </context>
    <context>
        <name>RecordScreen</name>
        <message>
            <source>&amp;New</source>
            <translation>新建(&amp;N)</translation>
        </message>
        <message>
            <source>New record</source>
            <translation>新建记录</translation>
        </message>
        <message>
            <source>Making the PDF…</source>
            <translation>正在生成 PDF…</translation>
        </message>
        <message>
            <source>Parts of the record</source>
            <translation>记录的各部分</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>基本资料</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>&amp;Go to the error</source>
            <translation>跳到问题(&amp;G)</translation>
        </message>
        <message>
            <source>Choose a row at the left, or begin a new record.</source>
            <translation>请在左边选择一条，或新建一条记录。</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>打印(&amp;P)…</translation>
        </message>
        <message>
            <source>Personal data on &amp;request…</source>
            <translation>本人要求的个人信息(&amp;R)…</translation>
        </message>
        <message>
            <source>To correct: {field}</source>
            <translation>须改正：{field}</translation>
        </message>
        <message>
            <source>{count} to correct: {field}…</source>
            <translation>{count} 处须改正：{field}…</translation>
        </message>
        <message>
            <source>Changed, not saved yet: {keys} saves</source>
            <translation>有改动，还没有保存，按 {keys} 保存</translation>
        </message>
    </context>
    <context>
        <name>Records</name>
        <message>
            <source>There is no record type "{key}". There are: {known}.</source>
            <translation>没有记录类型“{key}”。可用类型：{known}。</translation>
        </message>
        <message>
            <source>{kind}: there is no record with the code "{code}".</source>
            <translation>{kind}：没有编号为“{code}”的记录。</translation>
        </message>
        <message>
            <source>This code or edition was taken a moment ago. Choose another one; what you typed is still here.</source>
            <translation>该编号或版本刚被占用，请另选；您输入的内容仍在。</translation>
        </message>
        <message>
            <source>It cannot come back: its code is in use again. Change that code first.</source>
            <translation>无法恢复：其编号已被占用，请先修改占用者的编号。</translation>
        </message>
        <message>
            <source>This record was changed elsewhere since you opened it. What you typed is kept as a draft; load the record again and compare.</source>
            <translation>打开后该记录已在别处更改。您输入的内容已存为草稿，请重新载入后核对。</translation>
        </message>
        <message>
            <source>"{field}" refers to a record that is not there.</source>
            <translation>“{field}”所选的记录不存在。</translation>
        </message>
        <message>
            <source>This post has an edition {edition} already.</source>
            <translation>该岗位已有第 {edition} 版。</translation>
        </message>
        <message>
            <source>The code "{code}" is in use already.</source>
            <translation>编号“{code}”已被使用。</translation>
        </message>
    </context>
    <context>
        <name>RecoveryCard</name>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>I have &amp;kept the sheet</source>
            <translation>我已保管好恢复单(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Go on</source>
            <translation>继续(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Save as PDF…</source>
            <translation>存为 PDF(&amp;S)…</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>打印(&amp;P)…</translation>
        </message>
        <message>
            <source>Your recovery sheet</source>
            <translation>恢复单</translation>
        </message>
        <message>
            <source>If the password is forgotten, only this code opens the library. It is shown once. Print it and keep it away from the computer.</source>
            <translation>忘记密码时，只有这个恢复码能打开资料库。它只显示这一次，请打印出来，不要和电脑放在一起。</translation>
        </message>
        <message>
            <source>Without password and code, nobody can bring the data back.</source>
            <translation>没有密码和恢复码，任何人都无法找回数据。</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>存为 PDF</translation>
        </message>
        <message>
            <source>Recovery sheet</source>
            <translation>恢复单</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>The sheet was not saved</source>
            <translation>恢复单没有保存</translation>
        </message>
        <message>
            <source>Saved as {file}. Print it or copy it to a USB stick, then delete it here.</source>
            <translation>已存为“{file}”。请打印或复制到 U 盘，再从这台电脑删除。</translation>
        </message>
    </context>
    <context>
        <name>RefPicker</name>
        <message>
            <source>New: {name}</source>
            <translation>新建“{name}”</translation>
        </message>
        <message>
            <source>{kind} of this name is not there yet</source>
            <translation>还没有这个{kind}，按回车新建</translation>
        </message>
        <message>
            <source>Nothing to choose yet</source>
            <translation>还没有可选的</translation>
        </message>
        <message>
            <source>Type a name, then Enter makes it.</source>
            <translation>输入名称，按回车就能新建。</translation>
        </message>
    </context>
    <context>
        <name>Reminder</name>
        <message>
            <source>To the back&amp;ups</source>
            <translation>去备份页(&amp;U)</translation>
        </message>
        <message>
            <source>The backups lie only on this disk. Choose a USB stick or another disk as a second place.</source>
            <translation>备份只在这块硬盘上。请选 U 盘或另一块硬盘作为备用位置。</translation>
        </message>
        <message>
            <source>No backup was copied to the second place yet. Connect it and copy there.</source>
            <translation>还没有备份复制到备用位置。请接上后复制一次。</translation>
        </message>
        <message>
            <source>The newest copy in the second place is {days} {days:day|days} old. Connect it and copy there.</source>
            <translation>备用位置最新的副本已是 {days} 天前的。请接上后复制一次。</translation>
        </message>
    </context>
    <context>
        <name>Reminders</name>
        <message>
            <source>Certificates</source>
            <translation>证书</translation>
        </message>
        <message>
            <source>Contracts</source>
            <translation>合同</translation>
        </message>
        <message>
            <source>Insurance</source>
            <translation>保险</translation>
        </message>
        <message>
            <source>Inspections</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>承诺</translation>
        </message>
        <message>
            <source>Employment</source>
            <translation>用工</translation>
        </message>
        <message>
            <source>Nothing falls due in the next 90 days, so there is nothing to put into a calendar. No file was written.</source>
            <translation>90 天内没有到期的事项，没有可以放进日历的内容，因此没有生成文件。</translation>
        </message>
        <message>
            <source>LaborQA reminders</source>
            <translation>LaborQA 提醒</translation>
        </message>
        <message>
            <source>work no. {code}</source>
            <translation>工号 {code}</translation>
        </message>
        <message>
            <source>{what}: {who}</source>
            <translation>{what}：{who}</translation>
        </message>
        <message>
            <source>{type} expires</source>
            <translation>{type}到期</translation>
        </message>
        <message>
            <source>{type}: review due</source>
            <translation>{type}复审到期</translation>
        </message>
        <message>
            <source>Accident insurance ends</source>
            <translation>意外险到期</translation>
        </message>
        <message>
            <source>Employment contract ends</source>
            <translation>劳动合同到期</translation>
        </message>
        <message>
            <source>Probation ends</source>
            <translation>试用期满</translation>
        </message>
        <message>
            <source>ID card expires</source>
            <translation>身份证件到期</translation>
        </message>
        <message>
            <source>Contract {code} ends</source>
            <translation>合同 {code} 到期</translation>
        </message>
        <message>
            <source>Inspection due</source>
            <translation>应检查</translation>
        </message>
        <message>
            <source>Correct {code}: {description}</source>
            <translation>整改 {code}：{description}</translation>
        </message>
    </context>
    <context>
        <name>RemindersPage</name>
        <message>
            <source>Past</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>This week: within 7 days</source>
            <translation>本周：7 天以内</translation>
        </message>
        <message>
            <source>Within 30 days</source>
            <translation>30 天以内</translation>
        </message>
        <message>
            <source>Within 90 days</source>
            <translation>90 天以内</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>哪一类</translation>
        </message>
        <message>
            <source>What falls due</source>
            <translation>到期事项</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Calendar &amp;file…</source>
            <translation>日历文件(&amp;F)…</translation>
        </message>
        <message>
            <source>For Outlook and telephones</source>
            <translation>用于 Outlook 和手机</translation>
        </message>
        <message>
            <source>Nothing falls due in the next 90 days.</source>
            <translation>90 天内没有到期的事项。</translation>
        </message>
        <message>
            <source>Calendar file</source>
            <translation>日历文件</translation>
        </message>
        <message>
            <source>names of staff (else their work numbers)</source>
            <translation>人员姓名（不选则写工号）</translation>
        </message>
        <message>
            <source>end of accident insurance</source>
            <translation>意外险到期日</translation>
        </message>
        <message>
            <source>end of the ID card</source>
            <translation>身份证件有效期</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Calendar (*.ics)</source>
            <translation>日历 (*.ics)</translation>
        </message>
        <message>
            <source>Entries in the calendar file: {count}</source>
            <translation>日历文件中的条目：{count}</translation>
        </message>
        <message>
            <source>{week} this week, {count} within 90 days or past</source>
            <translation>本周 {week} 件，90 天内及已过期共 {count} 件</translation>
        </message>
        <message>
            <source>{words} · {count} more stand in their lists</source>
            <translation>{words} · 另有 {count} 件请看各自的列表</translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message>
            <source>Issued reports</source>
            <translation>已签发报告</translation>
        </message>
        <message>
            <source>issued report</source>
            <translation>已签发报告</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>委托单位</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版次</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>文种</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Replaces</source>
            <translation>替换版本</translation>
        </message>
        <message>
            <source>What changed</source>
            <translation>变更内容</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>签名人</translation>
        </message>
        <message>
            <source>Issued at</source>
            <translation>签发时间</translation>
        </message>
        <message>
            <source>SHA-256 of the file</source>
            <translation>文件 SHA-256</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页数</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>{record}: a text of {count} {count:character|characters} is too long to print; at most {most} are possible. Nothing was written. Shorten the text and try again.</source>
            <translation>{record}：文字有 {count} 个字，超过可打印的 {most} 个字。未写出任何文件。请缩短后重试。</translation>
        </message>
        <message>
            <source>{record}: no font on this computer has the character {character} ({code}). Nothing was written. Replace the character, or install a font that has it.</source>
            <translation>{record}：本机没有字体含有字符 {character}（{code}）。未写出任何文件。请换用其他字，或安装含有该字的字体。</translation>
        </message>
        <message>
            <source>sample too small (n={n})</source>
            <translation>样本不足 (n={n})</translation>
        </message>
        <message>
            <source>{value}</source>
            <translation>{value}</translation>
        </message>
        <message>
            <source>{value} h</source>
            <translation>{value} 小时</translation>
        </message>
        <message>
            <source>{value} {value:day|days}</source>
            <translation>{value} 天</translation>
        </message>
        <message>
            <source>{value} {value:person|people}</source>
            <translation>{value} 人</translation>
        </message>
        <message>
            <source>¥{value}</source>
            <translation>{value} 元</translation>
        </message>
        <message>
            <source>{month} {year}</source>
            <translation>{year} 年 {month}</translation>
        </message>
        <message>
            <source>January</source>
            <translation>1 月</translation>
        </message>
        <message>
            <source>February</source>
            <translation>2 月</translation>
        </message>
        <message>
            <source>March</source>
            <translation>3 月</translation>
        </message>
        <message>
            <source>April</source>
            <translation>4 月</translation>
        </message>
        <message>
            <source>May</source>
            <translation>5 月</translation>
        </message>
        <message>
            <source>June</source>
            <translation>6 月</translation>
        </message>
        <message>
            <source>July</source>
            <translation>7 月</translation>
        </message>
        <message>
            <source>August</source>
            <translation>8 月</translation>
        </message>
        <message>
            <source>September</source>
            <translation>9 月</translation>
        </message>
        <message>
            <source>October</source>
            <translation>10 月</translation>
        </message>
        <message>
            <source>November</source>
            <translation>11 月</translation>
        </message>
        <message>
            <source>December</source>
            <translation>12 月</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} 页 / 共 {pages} 页</translation>
        </message>
        <message>
            <source>{title}: {subject}, {month}</source>
            <translation>{title}：{subject}，{month}</translation>
        </message>
        <message>
            <source>{subject} · {month}</source>
            <translation>{subject} · {month}</translation>
        </message>
        <message>
            <source>{subject} · {month} · {number}</source>
            <translation>{subject} · {month} · {number}</translation>
        </message>
        <message>
            <source>Data up to {moment}</source>
            <translation>数据截止 {moment}</translation>
        </message>
        <message>
            <source>Report no. {number} · data up to {moment}</source>
            <translation>报告编号 {number} · 数据截止 {moment}</translation>
        </message>
        <message>
            <source>All figures and rows of this report</source>
            <translation>本报告的全部数据与明细</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>This code opens the library when the password is forgotten. Whoever holds this sheet can read everything in it.</source>
            <translation>忘记密码时，用此码可打开资料库。持有本页的人能看到资料库中的全部内容。</translation>
        </message>
        <message>
            <source>The code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>How to keep it</source>
            <translation>如何保管</translation>
        </message>
        <message>
            <source>Print this sheet, put it in an envelope and lock it away, not beside the computer.</source>
            <translation>打印本页，装入信封锁好，不要放在电脑旁。</translation>
        </message>
        <message>
            <source>Do not photograph it and do not send it by WeChat or e-mail.</source>
            <translation>不要拍照，不要用微信或邮件发送。</translation>
        </message>
        <message>
            <source>When somebody has seen it who should not have, make a new code in Settings; the old one stops working.</source>
            <translation>如被无关人员看到，请在设置中生成新码，旧码随即失效。</translation>
        </message>
        <message>
            <source>How to use it</source>
            <translation>如何使用</translation>
        </message>
        <message>
            <source>Start the program, choose the library, and type the code in place of the password; hyphens and letter case do not matter.</source>
            <translation>启动程序，选择资料库，在密码框里输入恢复码；连字符和大小写不限。</translation>
        </message>
        <message>
            <source>Choose a new password when the program asks for it, and open the library with it from then on.</source>
            <translation>程序提示时设置新密码，以后用新密码打开。</translation>
        </message>
        <message>
            <source>Put this sheet back into its envelope: the code stays valid.</source>
            <translation>把本页放回信封：恢复码仍然有效。</translation>
        </message>
        <message>
            <source>Good to know</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>The letters I, L, O and U do not occur: what looks like them is 1, 1, 0 and V.</source>
            <translation>恢复码里没有字母 I、L、O、U：看上去像它们的，是 1、1、0、V。</translation>
        </message>
        <message>
            <source>A backup opens with the password and the code of the day it was made. Keep an older sheet as long as you keep backups of its time.</source>
            <translation>备份用备份当天的密码和恢复码打开。旧的恢复单请与当时的备份保留同样长的时间。</translation>
        </message>
        <message>
            <source>Without the password and without this code nobody can open the library, the maker of the program included.</source>
            <translation>既无密码又无此码，任何人（包括本程序的开发者）都无法打开资料库。</translation>
        </message>
        <message>
            <source>Kept by</source>
            <translation>保管人</translation>
        </message>
        <message>
            <source>Kept where</source>
            <translation>存放处</translation>
        </message>
        <message>
            <source>Date and signature</source>
            <translation>日期、签名</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>资料库</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Made on</source>
            <translation>生成时间</translation>
        </message>
        <message>
            <source>{label}: {value}</source>
            <translation>{label}：{value}</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>Signed by {name}</source>
            <translation>签署人：{name}</translation>
        </message>
        <message>
            <source>for {company}</source>
            <translation>单位：{company}</translation>
        </message>
        <message>
            <source>on {moment}</source>
            <translation>时间：{moment}</translation>
        </message>
        <message>
            <source>Certificate {fingerprint}</source>
            <translation>证书 {fingerprint}</translation>
        </message>
        <message>
            <source>Check: open in Acrobat Reader or LaborQA Desktop. WeChat and WPS do not show it.</source>
            <translation>核验：用 Acrobat Reader 或 LaborQA Desktop 打开。微信、WPS 不显示签名。</translation>
        </message>
        <message>
            <source>Corrective actions</source>
            <translation>整改闭环</translation>
        </message>
        <message>
            <source>No problems were open or raised this month.</source>
            <translation>本月无记录：没有新增或未结的问题。</translation>
        </message>
        <message>
            <source>The first {shown} of {count} stand here, overdue ones first; the others are in annex B.</source>
            <translation>此处列出 {count} 条中的前 {shown} 条，逾期在前；其余见附件 B。</translation>
        </message>
        <message>
            <source>Annex B: further corrective actions ({count})</source>
            <translation>附件 B：其余整改项（{count} 条）</translation>
        </message>
        <message>
            <source>Before and after</source>
            <translation>整改前后对照</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>整改前</translation>
        </message>
        <message>
            <source>After</source>
            <translation>整改后</translation>
        </message>
        <message>
            <source>{when}: {caption}</source>
            <translation>{when}：{caption}</translation>
        </message>
        <message>
            <source>no picture</source>
            <translation>无照片</translation>
        </message>
        <message>
            <source>picture cannot be read</source>
            <translation>照片无法读取</translation>
        </message>
        <message>
            <source>overdue by {days} {days:day|days}</source>
            <translation>逾期 {days} 天</translation>
        </message>
        <message>
            <source>Cause: {text}</source>
            <translation>原因：{text}</translation>
        </message>
        <message>
            <source>Measure: {text}</source>
            <translation>措施：{text}</translation>
        </message>
        <message>
            <source>Result: {text}</source>
            <translation>验证：{text}</translation>
        </message>
        <message>
            <source>found</source>
            <translation>发现问题</translation>
        </message>
        <message>
            <source>analysed</source>
            <translation>分析原因</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>制定措施</translation>
        </message>
        <message>
            <source>implemented</source>
            <translation>实施改进</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>效果验证</translation>
        </message>
        <message>
            <source>standardised</source>
            <translation>标准化</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Found, due</source>
            <translation>发现、期限</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Problem, cause, measure</source>
            <translation>问题、原因、措施</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>严重程度</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>责任人</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Next month's plan</source>
            <translation>下月计划</translation>
        </message>
        <message>
            <source>No plan is recorded for next month.</source>
            <translation>本月无记录：下月计划尚未填写。</translation>
        </message>
        <message>
            <source>Focus</source>
            <translation>工作重点</translation>
        </message>
        <message>
            <source>Planned work</source>
            <translation>计划安排</translation>
        </message>
        <message>
            <source>What we need from you</source>
            <translation>需贵方支持事项</translation>
        </message>
        <message>
            <source>Annexes</source>
            <translation>附件清单</translation>
        </message>
        <message>
            <source>Confirmation and signatures</source>
            <translation>确认签字</translation>
        </message>
        <message>
            <source>This report shows the records of {month} as they stood at the data cut-off. Objections within {days} {days:day|days} of receipt; without any, the report counts as confirmed.</source>
            <translation>本报告反映 {month}的记录，以数据截止时间为准。如有异议，请在收到后 {days} 日内提出；逾期未提出的，视为确认。</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>服务单位</translation>
        </message>
        <message>
            <source>Prepared by</source>
            <translation>编制</translation>
        </message>
        <message>
            <source>Reviewed by</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>□ satisfied    □ fairly satisfied    □ not satisfied</source>
            <translation>□ 满意    □ 基本满意    □ 不满意</translation>
        </message>
        <message>
            <source>Opinion:</source>
            <translation>意见：</translation>
        </message>
        <message>
            <source>Date:</source>
            <translation>日期：</translation>
        </message>
        <message>
            <source>Contact: {name}</source>
            <translation>联系人：{name}</translation>
        </message>
        <message>
            <source>Signature and seal of the provider {name}</source>
            <translation>服务单位 {name} 签字盖章</translation>
        </message>
        <message>
            <source>Signature and seal of the client {name}</source>
            <translation>委托单位 {name} 签字盖章</translation>
        </message>
        <message>
            <source>Digital signature and seal of the provider</source>
            <translation>服务单位电子签名与盖章</translation>
        </message>
        <message>
            <source>Signature and seal of the client</source>
            <translation>委托单位签字与盖章</translation>
        </message>
        <message>
            <source>How to check this file: open it in Adobe Acrobat Reader and look at the signature panel, or drop it on LaborQA Desktop (Verify). WeChat and WPS do not show the signature.</source>
            <translation>如何核验本文件：用 Adobe Acrobat Reader 打开并查看签名面板，或拖入 LaborQA Desktop（核验）。微信和 WPS 不显示签名。</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Annex</source>
            <translation>附件</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Monthly service quality report</source>
            <translation>月度服务质量报告</translation>
        </message>
        <message>
            <source>Sites</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>Contract no.</source>
            <translation>合同编号</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>报告期间</translation>
        </message>
        <message>
            <source>Report no.</source>
            <translation>报告编号</translation>
        </message>
        <message>
            <source>Data up to</source>
            <translation>数据截止</translation>
        </message>
        <message>
            <source>Draft, not issued</source>
            <translation>草稿，未签发</translation>
        </message>
        <message>
            <source>{number}, version {version}</source>
            <translation>{number}（第 {version} 版）</translation>
        </message>
        <message>
            <source>{names} and others, {count} {count:site|sites} in all</source>
            <translation>{names} 等共 {count} 个项目点</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Company seal</source>
            <translation>盖章处</translation>
        </message>
        <message>
            <source>Logo of {company}</source>
            <translation>{company} 标志</translation>
        </message>
        <message>
            <source>not assigned</source>
            <translation>未归属</translation>
        </message>
        <message>
            <source>SHA-256 of the embedded data file {name}</source>
            <translation>内嵌数据文件 {name} 的 SHA-256</translation>
        </message>
        <message>
            <source>Anchor of the change history {anchor}</source>
            <translation>修改记录核对码 {anchor}</translation>
        </message>
        <message>
            <source>Corrected version: replaces {number}</source>
            <translation>更正版：替代 {number}</translation>
        </message>
        <message>
            <source>What this version corrects</source>
            <translation>更正说明</translation>
        </message>
        <message>
            <source>Reason: {reason}</source>
            <translation>更正原因：{reason}</translation>
        </message>
        <message>
            <source>Changes against the earlier version:</source>
            <translation>与前一版相比的变化：</translation>
        </message>
        <message>
            <source>No figures changed.</source>
            <translation>数据无变化。</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>目录</translation>
        </message>
        <message>
            <source>Inspection results</source>
            <translation>检查结果</translation>
        </message>
        <message>
            <source>No inspections are recorded for this month.</source>
            <translation>本月无记录：没有检查。</translation>
        </message>
        <message>
            <source>By type</source>
            <translation>按检查类型</translation>
        </message>
        <message>
            <source>Score by area</source>
            <translation>各区域得分</translation>
        </message>
        <message>
            <source>Share of failed inspections (p chart)</source>
            <translation>不合格率控制图（p 图）</translation>
        </message>
        <message>
            <source>Pass rate over 12 months</source>
            <translation>近 12 个月合格率</translation>
        </message>
        <message>
            <source>Best</source>
            <translation>得分最高</translation>
        </message>
        <message>
            <source>Weakest</source>
            <translation>得分最低</translation>
        </message>
        <message>
            <source>All inspections of the month</source>
            <translation>本月全部检查</translation>
        </message>
        <message>
            <source>Annex A: all inspections of the month ({count})</source>
            <translation>附件 A：本月全部检查（{count} 次）</translation>
        </message>
        <message>
            <source>pass mark {mark}</source>
            <translation>合格线 {mark}</translation>
        </message>
        <message>
            <source>n={n}</source>
            <translation>n={n}</translation>
        </message>
        <message>
            <source>Bar chart, score by area: {values}</source>
            <translation>条形图，各区域得分：{values}</translation>
        </message>
        <message>
            <source>Line chart, pass rate by month: {values}</source>
            <translation>折线图，各月合格率：{values}</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>For reference only: fewer than 12 points</source>
            <translation>仅供参考：不足 12 个点</translation>
        </message>
        <message>
            <source>The full list of {count} {count:inspection|inspections} stands in annex A.</source>
            <translation>全部 {count} 次检查见附件 A。</translation>
        </message>
        <message>
            <source>Control chart with {count} {count:point|points}: mean {mean}; points out of limits: {out}</source>
            <translation>控制图，共 {count} 个点：均值 {mean}；超出控制限的点：{out}</translation>
        </message>
        <message>
            <source>No control chart: it has {count} {count:point|points} and needs at least {least}.</source>
            <translation>未绘制控制图：只有 {count} 个点，至少需要 {least} 个。</translation>
        </message>
        <message>
            <source>not scored</source>
            <translation>未评分</translation>
        </message>
        <message>
            <source>UCL</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <source>LCL</source>
            <translation>下限</translation>
        </message>
        <message>
            <source>above limit</source>
            <translation>超上限</translation>
        </message>
        <message>
            <source>below limit</source>
            <translation>低于下限</translation>
        </message>
        <message>
            <source>pass</source>
            <translation>合格</translation>
        </message>
        <message>
            <source>fail</source>
            <translation>不合格</translation>
        </message>
        <message>
            <source>not rated</source>
            <translation>未评定</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Pass rate</source>
            <translation>合格率</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>分子 / 分母</translation>
        </message>
        <message>
            <source>Mean score</source>
            <translation>平均得分</translation>
        </message>
        <message>
            <source>Scored</source>
            <translation>计分次数</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>检查项</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Checklist</source>
            <translation>检查表</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>检查人</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题数</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>{dash} {name}: {reason}</source>
            <translation>{dash} {name}：{reason}</translation>
        </message>
        <message>
            <source>The same in all {count} {count:row|rows}: {values}</source>
            <translation>以下 {count} 行相同：{values}</translation>
        </message>
        <message>
            <source>{name}: {value}</source>
            <translation>{name}：{value}</translation>
        </message>
        <message>
            <source>Problem analysis</source>
            <translation>问题分析</translation>
        </message>
        <message>
            <source>No problems are recorded for this month.</source>
            <translation>本月无记录：没有问题。</translation>
        </message>
        <message>
            <source>By category (Pareto)</source>
            <translation>按类别（帕累托图）</translation>
        </message>
        <message>
            <source>Pareto chart: {values}</source>
            <translation>帕累托图：{values}</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>no category</source>
            <translation>未分类</translation>
        </message>
        <message>
            <source>By severity</source>
            <translation>按严重程度</translation>
        </message>
        <message>
            <source>By site or area</source>
            <translation>按项目点或区域</translation>
        </message>
        <message>
            <source>Problems that came back</source>
            <translation>重复发生的问题</translation>
        </message>
        <message>
            <source>{count} {count:problem was|problems were} found this month.</source>
            <translation>本月共发现问题 {count} 件。</translation>
        </message>
        <message>
            <source>{count} {count:problem was|problems were} found this month; severity of all: {severity}.</source>
            <translation>本月共发现问题 {count} 件，严重程度均为{severity}。</translation>
        </message>
        <message>
            <source>{count} {count:problem|problems}; dark bars together make up 80 %</source>
            <translation>{count} 件；深色为占 80% 的主要类别</translation>
        </message>
        <message>
            <source>{count} {count:problem|problems}; the {named} largest {named:category makes|categories make} up {share}</source>
            <translation>{count} 件；最多的 {named} 类合占 {share}</translation>
        </message>
        <message>
            <source>{count} more with {problems} {problems:problem|problems} {count:is|are} in the embedded data file.</source>
            <translation>另有 {count} 类共 {problems} 件，见内嵌数据文件。</translation>
        </message>
        <message>
            <source>By category</source>
            <translation>按类别</translation>
        </message>
        <message>
            <source>Site or area</source>
            <translation>项目点或区域</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Last on</source>
            <translation>最近一次</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>People and attendance</source>
            <translation>人员与到岗</translation>
        </message>
        <message>
            <source>People by post</source>
            <translation>各岗位人员</translation>
        </message>
        <message>
            <source>Changes this month</source>
            <translation>本月人员变动</translation>
        </message>
        <message>
            <source>Nobody joined, left or moved this month.</source>
            <translation>本月无入职、离职或调动。</translation>
        </message>
        <message>
            <source>No people were assigned this month.</source>
            <translation>本月无记录：没有派驻人员。</translation>
        </message>
        <message>
            <source>joined</source>
            <translation>入职</translation>
        </message>
        <message>
            <source>left</source>
            <translation>离职</translation>
        </message>
        <message>
            <source>moved</source>
            <translation>调动</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Contracted</source>
            <translation>合同编制</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>在岗</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差额</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>变动</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>This month in brief</source>
            <translation>本月概要</translation>
        </message>
        <message>
            <source>Overall</source>
            <translation>总体评价</translation>
        </message>
        <message>
            <source>Highlights</source>
            <translation>亮点</translation>
        </message>
        <message>
            <source>Concerns</source>
            <translation>关注</translation>
        </message>
        <message>
            <source>Decisions we ask of you</source>
            <translation>请贵方决定</translation>
        </message>
        <message>
            <source>No key figure can be judged from this month's records.</source>
            <translation>本月记录不足，关键指标均未判定。</translation>
        </message>
        <message>
            <source>Key figures against target</source>
            <translation>关键指标达成</translation>
        </message>
        <message>
            <source>No key figures are agreed for this month.</source>
            <translation>本月无记录：未约定关键指标。</translation>
        </message>
        <message>
            <source>met</source>
            <translation>达标</translation>
        </message>
        <message>
            <source>not met</source>
            <translation>未达标</translation>
        </message>
        <message>
            <source>not judged</source>
            <translation>未判定</translation>
        </message>
        <message>
            <source>Key figures: {met} of {judged} {judged:target|targets} met, {open} not judged.</source>
            <translation>关键指标：{judged} 项中达标 {met} 项，另有 {open} 项未判定。</translation>
        </message>
        <message>
            <source>Key figures: {met} of {judged} {judged:target|targets} met.</source>
            <translation>关键指标：{judged} 项中达标 {met} 项。</translation>
        </message>
        <message>
            <source>{name}: the last {count} {count:month|months}, oldest first: {values}</source>
            <translation>{name}：近 {count} 个月，由远到近：{values}</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Actual</source>
            <translation>实际</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>3 months</source>
            <translation>近 3 个月</translation>
        </message>
        <message>
            <source>Deduction</source>
            <translation>扣款（元）</translation>
        </message>
        <message>
            <source>How the figures are counted</source>
            <translation>指标口径</translation>
        </message>
        <message>
            <source>{name}: {definition}</source>
            <translation>{name}：{definition}</translation>
        </message>
        <message>
            <source>12-month course</source>
            <translation>近 12 个月走势</translation>
        </message>
        <message>
            <source>Printed {moment}</source>
            <translation>打印于 {moment}</translation>
        </message>
        <message>
            <source>{count} {count:row|rows}</source>
            <translation>共 {count} 行</translation>
        </message>
        <message>
            <source>The list is empty.</source>
            <translation>列表为空。</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Monthly service-quality report</source>
            <translation>月度服务质量报告</translation>
        </message>
        <message>
            <source>Why a correction is issued</source>
            <translation>为什么要更正</translation>
        </message>
        <message>
            <source>Reason of the correction</source>
            <translation>更正原因</translation>
        </message>
        <message>
            <source>What you had typed is here again.</source>
            <translation>上次输入的内容还在。</translation>
        </message>
        <message>
            <source>Begin a&amp;new</source>
            <translation>重新填写(&amp;N)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>Choose a client or a site and a month.</source>
            <translation>请选择客户或项目点，以及月份。</translation>
        </message>
        <message>
            <source>No record changed since.</source>
            <translation>此后没有记录改动。</translation>
        </message>
        <message>
            <source>{code} takes the place of {previous}, which is kept</source>
            <translation>{code} 将取代 {previous}，旧版保留</translation>
        </message>
        <message>
            <source>{count} {count:page|pages}</source>
            <translation>{count} 页</translation>
        </message>
        <message>
            <source>{file}, {size} MB, {pages} {pages:page|pages}</source>
            <translation>{file}，{size} MB，{pages} 页</translation>
        </message>
        <message>
            <source>draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Save the draft</source>
            <translation>保存未签名稿</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>已保存：{file}</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>Sign and issue {code}?</source>
            <translation>签名并签发 {code}？</translation>
        </message>
        <message>
            <source>A signed report is registered and never changed; a correction is a new version.</source>
            <translation>签名后的报告会登记，不能再改；更正须另出新版。</translation>
        </message>
        <message>
            <source>Sign and issue</source>
            <translation>签名并签发</translation>
        </message>
        <message>
            <source>Save the signed report</source>
            <translation>保存已签名的报告</translation>
        </message>
        <message>
            <source>Signing and exporting…</source>
            <translation>正在签名并导出…</translation>
        </message>
        <message>
            <source>Signed, content locked</source>
            <translation>已签名 · 内容已锁定</translation>
        </message>
        <message>
            <source>{code}; a correction becomes V{next}, this one is kept</source>
            <translation>{code}；更正须另出 V{next}，本版保留</translation>
        </message>
        <message>
            <source>Altered</source>
            <translation>已改动</translation>
        </message>
        <message>
            <source>The report was not written</source>
            <translation>报告没有写出</translation>
        </message>
    </context>
    <context>
        <name>ReportFoot</name>
        <message>
            <source>Save &amp;unsigned draft…</source>
            <translation>另存为未签名稿(&amp;U)…</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>取消(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Sign and export…</source>
            <translation>签名并导出(&amp;S)…</translation>
        </message>
        <message>
            <source>Open the &amp;folder</source>
            <translation>打开文件夹(&amp;F)</translation>
        </message>
        <message>
            <source>Issue a co&amp;rrection</source>
            <translation>出更正版(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Done</source>
            <translation>完成(&amp;D)</translation>
        </message>
        <message>
            <source>Becomes {code}; locked once signed</source>
            <translation>编号将为 {code}，签名后内容锁定</translation>
        </message>
        <message>
            <source>Signing</source>
            <translation>签名中</translation>
        </message>
        <message>
            <source>Do not switch the computer off.</source>
            <translation>请不要关机。</translation>
        </message>
        <message>
            <source>Not signed; certificate ending</source>
            <translation>未签名 · 证书将到期</translation>
        </message>
        <message>
            <source>Not signed; no identity</source>
            <translation>未签名 · 没有签名证书</translation>
        </message>
        <message>
            <source>Only a draft can be saved.</source>
            <translation>只能保存未签名稿。</translation>
        </message>
        <message>
            <source>Not signed</source>
            <translation>未签名</translation>
        </message>
    </context>
    <context>
        <name>Reporting</name>
        <message>
            <source>No inspection plan is kept yet.</source>
            <translation>尚未建立检查计划。</translation>
        </message>
        <message>
            <source>Service pass rate</source>
            <translation>服务合格率</translation>
        </message>
        <message>
            <source>Item pass rate</source>
            <translation>检查项合格率</translation>
        </message>
        <message>
            <source>First-time pass rate</source>
            <translation>一次检查合格率</translation>
        </message>
        <message>
            <source>Mean score</source>
            <translation>平均得分</translation>
        </message>
        <message>
            <source>Plan completion</source>
            <translation>检查计划完成率</translation>
        </message>
        <message>
            <source>by week, {first} to {last}</source>
            <translation>按周，{first} 至 {last}</translation>
        </message>
        <message>
            <source>{first} to {last}</source>
            <translation>{first} 至 {last}</translation>
        </message>
        <message>
            <source>The inspections came with a score and without items.</source>
            <translation>检查只有得分，没有检查项。</translation>
        </message>
        <message>
            <source>Scoring: {method}.</source>
            <translation>计分方法：{method}。</translation>
        </message>
        <message>
            <source>{count} {count:score was|scores were} stated by the inspecting body and not counted from items.</source>
            <translation>{count} 个得分由检查单位给出，不是由检查项计算。</translation>
        </message>
        <message>
            <source>{count} {count:inspection has|inspections have} no verdict and {count:stays|stay} outside the pass rate.</source>
            <translation>{count} 次检查没有结论，不计入合格率。</translation>
        </message>
        <message>
            <source>{count} {count:re-check is|re-checks are} left out of the figures.</source>
            <translation>{count} 次复检不计入各项指标。</translation>
        </message>
        <message>
            <source>Score by site</source>
            <translation>各项目点得分</translation>
        </message>
        <message>
            <source>Score by site: the {count} lowest of {all}</source>
            <translation>各项目点得分：{all} 个中最低的 {count} 个</translation>
        </message>
        <message>
            <source>Score by area</source>
            <translation>各区域得分</translation>
        </message>
        <message>
            <source>Score by section of the checklist</source>
            <translation>检查表各部分得分</translation>
        </message>
        <message>
            <source>inspections passed / inspections with a verdict; re-checks are left out.</source>
            <translation>合格检查次数 / 有结论的检查次数，不含复检。</translation>
        </message>
        <message>
            <source>inspections passed without a correction on the spot / inspections with a verdict.</source>
            <translation>未经当场整改即合格的检查次数 / 有结论的检查次数。</translation>
        </message>
        <message>
            <source>sum of the inspection scores / inspections with a score.</source>
            <translation>检查得分之和 / 有得分的检查次数。</translation>
        </message>
        <message>
            <source>checked items passed / checked items; what does not apply is left out.</source>
            <translation>合格检查项 / 检查项，不含不适用项。</translation>
        </message>
        <message>
            <source>problems found in the month and closed / problems found in the month.</source>
            <translation>本月发现并已关闭的问题 / 本月发现的问题。</translation>
        </message>
        <message>
            <source>problems closed by their first due date / problems first due in the month.</source>
            <translation>按原期限关闭的问题 / 原期限在本月的问题。</translation>
        </message>
        <message>
            <source>staff with every course their post demands / staff, at the end of the month.</source>
            <translation>月末岗位必修课程全部有效的人数 / 在岗人数。</translation>
        </message>
        <message>
            <source>demanded certificates that are valid / demanded certificates, at the end of the month.</source>
            <translation>月末有效的应持证书 / 应持证书。</translation>
        </message>
        <message>
            <source>Nothing to count in this month.</source>
            <translation>本月没有可统计的记录。</translation>
        </message>
        <message>
            <source>{definition} Contract: {deduction}</source>
            <translation>{definition}合同约定：{deduction}</translation>
        </message>
        <message>
            <source>On-time closure rate</source>
            <translation>按期关闭率</translation>
        </message>
        <message>
            <source>Closure rate</source>
            <translation>整改关闭率</translation>
        </message>
        <message>
            <source>Still open</source>
            <translation>未关闭</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Due date moved</source>
            <translation>延期</translation>
        </message>
        <message>
            <source>Open from earlier months</source>
            <translation>以前月份未关闭</translation>
        </message>
        <message>
            <source>without a post</source>
            <translation>未定岗位</translation>
        </message>
        <message>
            <source>People on site</source>
            <translation>在岗人数</translation>
        </message>
        <message>
            <source>Training hours</source>
            <translation>培训学时</translation>
        </message>
        <message>
            <source>Training coverage</source>
            <translation>培训覆盖率</translation>
        </message>
        <message>
            <source>Certificate validity</source>
            <translation>持证有效率</translation>
        </message>
        <message>
            <source>This month has neither inspections nor problems; rates are shown as —.</source>
            <translation>本月没有检查和问题，比率显示为“—”。</translation>
        </message>
        <message>
            <source>The month is not over: the figures may still change.</source>
            <translation>本月尚未结束，数字可能还会变化。</translation>
        </message>
        <message>
            <source>No staff file names a site of this report, so that section 4 stays without people, training and certificates: choose the site in the staff files.</source>
            <translation>还没有人员派到本报告的项目点，第 4 节不会有人员、培训和证书：请在人员档案里选好“项目点”。</translation>
        </message>
        <message>
            <source>{count} {count:site has|sites have} records of this month but no client, so that no client's report shows {count:it|them}: {names}</source>
            <translation>有 {count} 个项目点本月有记录但没有填客户，不会出现在任何客户的报告里：{names}</translation>
        </message>
        <message>
            <source>Choose a client or a site for the report.</source>
            <translation>请选择报告的客户或项目点。</translation>
        </message>
    </context>
    <context>
        <name>ReportsScreen</name>
        <message>
            <source>&amp;Open PDF</source>
            <translation>打开 PDF(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Export again…</source>
            <translation>再次导出(&amp;E)…</translation>
        </message>
        <message>
            <source>Issue a &amp;correction…</source>
            <translation>出更正版(&amp;C)…</translation>
        </message>
        <message>
            <source>For c&amp;lients…</source>
            <translation>给客户(&amp;L)…</translation>
        </message>
        <message>
            <source>Certificate and guide for clients</source>
            <translation>给客户的证书和说明</translation>
        </message>
        <message>
            <source>&amp;New report…</source>
            <translation>新报告(&amp;N)…</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>正在打开…</translation>
        </message>
        <message>
            <source>Save the signed report</source>
            <translation>保存已签名的报告</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>正在保存…</translation>
        </message>
        <message>
            <source>Saved: {file}</source>
            <translation>已保存：{file}</translation>
        </message>
        <message>
            <source>For clients</source>
            <translation>给客户</translation>
        </message>
        <message>
            <source>With the certificate a client's Acrobat Reader knows your signature. Send both files, and tell the fingerprint by telephone.</source>
            <translation>客户的 Acrobat Reader 装上证书后就能识别贵公司的签名。请把两个文件发给客户，并用电话核对指纹。</translation>
        </message>
        <message>
            <source>&amp;Done</source>
            <translation>完成(&amp;D)</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>没有办成</translation>
        </message>
    </context>
    <context>
        <name>RequestCard</name>
        <message>
            <source>Name or employee no.</source>
            <translation>姓名或工号</translation>
        </message>
        <message>
            <source>&amp;Workbook…</source>
            <translation>Excel 文件(&amp;W)…</translation>
        </message>
        <message>
            <source>&amp;PDF</source>
            <translation>PDF(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Delete…</source>
            <translation>删除(&amp;D)…</translation>
        </message>
        <message>
            <source>A person may ask for a copy of their data, and for deletion. The copy holds the file, certificates, training, where they are named and who looked; names of others are shortened.</source>
            <translation>本人可以要求查阅、复制或删除自己的个人信息。副本包括档案、证书、培训、涉及的检查和问题、谁看过；别人的姓名会缩略。</translation>
        </message>
        <message>
            <source>Requests of a person</source>
            <translation>本人的要求</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Personal data {name}.xlsx</source>
            <translation>个人信息 {name}.xlsx</translation>
        </message>
        <message>
            <source>Copy of personal data</source>
            <translation>个人信息副本</translation>
        </message>
        <message>
            <source>Excel workbook (*.xlsx)</source>
            <translation>Excel 工作簿 (*.xlsx)</translation>
        </message>
        <message>
            <source>The copy was written; it stands in the history.</source>
            <translation>副本已写出，并记入修改记录。</translation>
        </message>
    </context>
    <context>
        <name>RestoreDialog</name>
        <message>
            <source>Put back the backup of {moment}?</source>
            <translation>还原 {moment} 的备份？</translation>
        </message>
        <message>
            <source>First a backup of the library as it is now is made, so that this can be taken back. The password of today stays.</source>
            <translation>还原前会先给现在的资料库做一个备份，所以可以再改回来。密码仍是现在的密码。</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>取消(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Put it back</source>
            <translation>还原(&amp;P)</translation>
        </message>
        <message>
            <source>The library holds the same as this backup; putting it back changes nothing.</source>
            <translation>资料库的内容和这个备份相同，还原不会改变什么。</translation>
        </message>
        <message>
            <source>{count} {count:act|acts} from {since} to {until} would be lost</source>
            <translation>{since} 至 {until} 的 {count} 次操作将会丢失</translation>
        </message>
        <message>
            <source>{count} {count:act|acts} of {since} would be lost</source>
            <translation>{since} 的 {count} 次操作将会丢失</translation>
        </message>
        <message>
            <source>{count} {count:is|are} only here now and would go</source>
            <translation>{count} 条只在现在有，会消失</translation>
        </message>
        <message>
            <source>{count} {count:is|are} only in the backup and would come back</source>
            <translation>{count} 条只在备份里有，会回来</translation>
        </message>
        <message>
            <source>{count} {count:record|records} that {count:was|were} deleted by law will be deleted again.</source>
            <translation>有 {count} 条依法删除的记录会再次删除。</translation>
        </message>
        <message>
            <source>Records that change</source>
            <translation>会改变的记录</translation>
        </message>
        <message>
            <source>{count} would get other values</source>
            <translation>{count} 条会改成备份里的内容</translation>
        </message>
        <message>
            <source>What would be lost, the newest first</source>
            <translation>将会丢失的操作，最新的在前</translation>
        </message>
        <message>
            <source>… and {count} more</source>
            <translation>… 还有 {count} 次</translation>
        </message>
    </context>
    <context>
        <name>ResultBar</name>
        <message>
            <source>&amp;Review…</source>
            <translation>复核(&amp;R)…</translation>
        </message>
        <message>
            <source>&amp;Client signed…</source>
            <translation>客户签字(&amp;C)…</translation>
        </message>
        <message>
            <source>Check &amp;again</source>
            <translation>复检(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>打印(&amp;P)…</translation>
        </message>
        <message>
            <source>&amp;Void with a reason…</source>
            <translation>作废(&amp;V)…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>No problem was raised.</source>
            <translation>没有产生问题</translation>
        </message>
        <message>
            <source>Problems: {count}</source>
            <translation>产生问题 {count} 个</translation>
        </message>
        <message>
            <source>This inspection is void.</source>
            <translation>这次检查已作废</translation>
        </message>
        <message>
            <source>{count} more…</source>
            <translation>还有 {count} 个…</translation>
        </message>
    </context>
    <context>
        <name>ResultStep</name>
        <message>
            <source>What was read</source>
            <translation>读取情况</translation>
        </message>
        <message>
            <source>&amp;Show the list</source>
            <translation>查看列表(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Another file</source>
            <translation>再导入一个(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Remove what this import added</source>
            <translation>撤回这次导入(&amp;R)</translation>
        </message>
        <message>
            <source>{added} added, {updated} updated</source>
            <translation>新增 {added} 条，更新 {updated} 条</translation>
        </message>
        <message>
            <source>{read} {read:row|rows} read, {skipped} {skipped:was|were} there already, {rejected} not taken</source>
            <translation>读取 {read} 行，已有 {skipped} 行，未导入 {rejected} 行</translation>
        </message>
        <message>
            <source>{count} {count:record|records} removed</source>
            <translation>已撤回 {count} 条记录</translation>
        </message>
        <message>
            <source>{count} {count:stays because it was|stay because they were} edited since</source>
            <translation>{count} 条之后改过，予以保留</translation>
        </message>
        <message>
            <source>{count} {count:stays because an issued report counts it|stay because an issued report counts them}</source>
            <translation>{count} 条已计入签发报告，予以保留</translation>
        </message>
        <message>
            <source>{count} {count:stays because others refer to it|stay because others refer to them}</source>
            <translation>{count} 条仍被引用，予以保留</translation>
        </message>
        <message>
            <source>… and {count} more</source>
            <translation>…另有 {count} 条</translation>
        </message>
    </context>
    <context>
        <name>RowGrid</name>
        <message>
            <source>Add a row</source>
            <translation>添加一行</translation>
        </message>
        <message>
            <source>Remove the row</source>
            <translation>删除此行</translation>
        </message>
    </context>
    <context>
        <name>RulesCard</name>
        <message>
            <source>&amp;Save the rules</source>
            <translation>保存规则(&amp;S)</translation>
        </message>
        <message>
            <source>Reference values: check them with a lawyer. Going below a lower bound asks for a reason.</source>
            <translation>参考值，请与律师确认。低于下限时要填写理由。</translation>
        </message>
        <message>
            <source>How long data are kept</source>
            <translation>数据保存多久</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Legal basis</source>
            <translation>法律依据</translation>
        </message>
        <message>
            <source>Months after leaving</source>
            <translation>离职后（月）</translation>
        </message>
        <message>
            <source>Legal basis: {data}</source>
            <translation>法律依据：{data}</translation>
        </message>
        <message>
            <source>Months after leaving: {data}</source>
            <translation>离职后保存月数：{data}</translation>
        </message>
        <message>
            <source>at least {months} {months:month|months} (reference value): {source}</source>
            <translation>至少 {months} 个月（参考值）：{source}</translation>
        </message>
        <message>
            <source>Months are whole numbers such as 24.</source>
            <translation>月数请填整数，例如 24。</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Below the lower bound</source>
            <translation>低于下限</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Save all the same</source>
            <translation>仍然保存</translation>
        </message>
        <message>
            <source>{data}: the law asks for keeping these longer (reference value; check with a lawyer).</source>
            <translation>{data}：法律要求保存更久（参考值，请与律师确认）。</translation>
        </message>
        <message>
            <source>The rules are saved.</source>
            <translation>规则已保存。</translation>
        </message>
    </context>
    <context>
        <name>Saving</name>
        <message>
            <source>{file} is larger than 200 MB and was not read.</source>
            <translation>{file} 超过 200 MB，没有读取。</translation>
        </message>
        <message>
            <source>{file} could not be read: {reason}. If it is open in another program, close it there.</source>
            <translation>{file} 读不出来：{reason}。如果在别的程序里打开着，请先关闭。</translation>
        </message>
    </context>
    <context>
        <name>ScoreLine</name>
        <message>
            <source>Score {score}</source>
            <translation>得分 {score}</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>合格</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>不合格</translation>
        </message>
        <message>
            <source>Not rated</source>
            <translation>未评定</translation>
        </message>
        <message>
            <source>A critical item failed</source>
            <translation>关键项未过</translation>
        </message>
        <message>
            <source>Below the pass mark</source>
            <translation>低于合格线</translation>
        </message>
        <message>
            <source>Passes so far</source>
            <translation>目前合格</translation>
        </message>
        <message>
            <source>Passes</source>
            <translation>合格</translation>
        </message>
        <message>
            <source>{done} of {total} answered</source>
            <translation>已评 {done} / {total}</translation>
        </message>
        <message>
            <source>{answered} · {count} failed</source>
            <translation>{answered} · 不合格 {count}</translation>
        </message>
        <message>
            <source>pts</source>
            <translation>分</translation>
        </message>
    </context>
    <context>
        <name>Screens</name>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Reminders</source>
            <translation>提醒</translation>
        </message>
        <message>
            <source>Inspections</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Checklists</source>
            <translation>检查表</translation>
        </message>
        <message>
            <source>Service plans</source>
            <translation>服务方案</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Issued reports</source>
            <translation>已签发报告</translation>
        </message>
        <message>
            <source>Verify a PDF</source>
            <translation>核验 PDF</translation>
        </message>
        <message>
            <source>Company and settings</source>
            <translation>公司与设置</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>体检</translation>
        </message>
        <message>
            <source>Personal data</source>
            <translation>个人信息</translation>
        </message>
        <message>
            <source>Change history</source>
            <translation>修改记录</translation>
        </message>
        <message>
            <source>Recycle bin</source>
            <translation>回收站</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Past imports</source>
            <translation>导入记录</translation>
        </message>
        <message>
            <source>About LaborQA</source>
            <translation>关于 LaborQA</translation>
        </message>
    </context>
    <context>
        <name>SearchEverywhere</name>
        <message>
            <source>Search everywhere</source>
            <translation>全局搜索</translation>
        </message>
        <message>
            <source>Search people, sites, numbers, commands…</source>
            <translation>搜索人员、项目点、编号、命令…</translation>
        </message>
    </context>
    <context>
        <name>SectionScores</name>
        <message>
            <source>Without a section</source>
            <translation>未分区</translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>Training sessions</source>
            <translation>培训班次</translation>
        </message>
        <message>
            <source>training session</source>
            <translation>培训班次</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>班次编号</translation>
        </message>
        <message>
            <source>Training session</source>
            <translation>培训班次</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>课程</translation>
        </message>
        <message>
            <source>Starts on</source>
            <translation>开始日期</translation>
        </message>
        <message>
            <source>Ends on</source>
            <translation>结束日期</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>地点</translation>
        </message>
        <message>
            <source>Trainer</source>
            <translation>讲师</translation>
        </message>
        <message>
            <source>Trainer's qualification</source>
            <translation>讲师资质</translation>
        </message>
        <message>
            <source>Cost (yuan)</source>
            <translation>费用（元）</translation>
        </message>
        <message>
            <source>Evaluation (1-5)</source>
            <translation>效果评价（1-5）</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>已举办</translation>
        </message>
        <message>
            <source>Saving a held session writes the training records of those present.</source>
            <translation>班次标为已举办并保存后，自动写入出席人员的培训记录。</translation>
        </message>
        <message>
            <source>Attendance</source>
            <translation>签到</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>时长（分钟）</translation>
        </message>
        <message>
            <source>Mandatory</source>
            <translation>必修</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>This library is open in another window; that window was called.</source>
            <translation>此资料库已在另一个窗口中打开，已切换到那个窗口。</translation>
        </message>
        <message>
            <source>A part of this library is damaged or missing.</source>
            <translation>这个资料库有一部分损坏或缺失。</translation>
        </message>
        <message>
            <source>&amp;What now…</source>
            <translation>怎么办(&amp;W)…</translation>
        </message>
        <message>
            <source>Making the sample library; this takes some seconds.</source>
            <translation>正在生成示例资料库，需要几秒钟。</translation>
        </message>
        <message>
            <source>Making a backup before closing</source>
            <translation>关闭前正在备份</translation>
        </message>
        <message>
            <source>What you saved is safe in the library; this makes a second, verified copy.</source>
            <translation>您保存的内容已在资料库里；现在再做一份核对过的副本。</translation>
        </message>
        <message>
            <source>&amp;Skip it</source>
            <translation>跳过(&amp;S)</translation>
        </message>
        <message>
            <source>The backup before closing was not complete</source>
            <translation>关闭前的备份没有完成</translation>
        </message>
    </context>
    <context>
        <name>SheetDelegate</name>
        <message>
            <source>{done} of {total} answered</source>
            <translation>已评 {done}/{total}</translation>
        </message>
        <message>
            <source>{answered} · {score} %</source>
            <translation>{answered} · 得分 {score}%</translation>
        </message>
        <message>
            <source>critical: fails the whole inspection</source>
            <translation>关键项 · 一票否决</translation>
        </message>
        <message>
            <source>critical</source>
            <translation>关键项</translation>
        </message>
        <message>
            <source>becomes a problem</source>
            <translation>提交后生成问题</translation>
        </message>
        <message>
            <source>corrected on the spot</source>
            <translation>已当场整改</translation>
        </message>
        <message>
            <source>"{words}"</source>
            <translation>“{words}”</translation>
        </message>
    </context>
    <context>
        <name>SheetKeeper</name>
        <message>
            <source>Kept {time}</source>
            <translation>草稿已存 {time}</translation>
        </message>
        <message>
            <source>passed</source>
            <translation>合格</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>不合格</translation>
        </message>
        <message>
            <source>not rated</source>
            <translation>未评定</translation>
        </message>
        <message>
            <source>Score {score}, {verdict}. Afterwards nothing can be changed; a mistake is answered by voiding or by another inspection.</source>
            <translation>得分 {score}，{verdict}。提交后内容不能再改；有错只能作废，或另做一次检查。</translation>
        </message>
        <message>
            <source>Submit this inspection?</source>
            <translation>提交这次检查？</translation>
        </message>
        <message>
            <source>Submit</source>
            <translation>提交</translation>
        </message>
        <message>
            <source>Problems to be created: {count}</source>
            <translation>将生成 {count} 个问题</translation>
        </message>
        <message>
            <source>This may be submitted all the same</source>
            <translation>以下缺项不影响提交</translation>
        </message>
        <message>
            <source> ({note})</source>
            <translation>（{note}）</translation>
        </message>
        <message>
            <source>{code} submitted</source>
            <translation>{code} 已提交</translation>
        </message>
        <message>
            <source>{code} submitted; problems created: {count}</source>
            <translation>{code} 已提交，生成 {count} 个问题</translation>
        </message>
    </context>
    <context>
        <name>SheetModel</name>
        <message>
            <source>no answer</source>
            <translation>未评</translation>
        </message>
        <message>
            <source>{no} {item}: {answer}</source>
            <translation>{no} {item}：{answer}</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>检查项目</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>分值</translation>
        </message>
        <message>
            <source>Grade</source>
            <translation>评级</translation>
        </message>
        <message>
            <source>Earned</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>照片</translation>
        </message>
    </context>
    <context>
        <name>SheetView</name>
        <message>
            <source>Items of the inspection</source>
            <translation>检查项目</translation>
        </message>
        <message>
            <source>Digits answer the current row: 1 to 4 grades, 0 not applicable.</source>
            <translation>按数字评当前行：1 到 4 评级，0 不适用。</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Requirement</source>
            <translation>要求</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>方法</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Note  N</source>
            <translation>备注  N</translation>
        </message>
        <message>
            <source>Corrected on the spot  C</source>
            <translation>当场已整改  C</translation>
        </message>
        <message>
            <source>Add a photo  P</source>
            <translation>加照片  P</translation>
        </message>
        <message>
            <source>Scores by section</source>
            <translation>分区得分</translation>
        </message>
        <message>
            <source>next open</source>
            <translation>下一未评</translation>
        </message>
        <message>
            <source>move</source>
            <translation>移动</translation>
        </message>
        <message>
            <source>back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>What was seen; asked for when it fails</source>
            <translation>看到的情况；不合格时请写</translation>
        </message>
        <message>
            <source>Photos: {count}</source>
            <translation>照片 {count} 张</translation>
        </message>
        <message>
            <source>A failed item should have a note.</source>
            <translation>不合格项应写备注。</translation>
        </message>
        <message>
            <source>A failed item should have a photo.</source>
            <translation>不合格项应附照片。</translation>
        </message>
        <message>
            <source>grade</source>
            <translation>评级</translation>
        </message>
        <message>
            <source>note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>photo</source>
            <translation>照片</translation>
        </message>
    </context>
    <context>
        <name>Signing</name>
        <message>
            <source>How to check reports signed by {company}</source>
            <translation>如何核验{company}签署的报告</translation>
        </message>
        <message>
            <source>The certificate is self-signed by the company, so Acrobat Reader knows it only after you have trusted it once. That takes a minute per computer; later reports are then checked as soon as they are opened.</source>
            <translation>证书由公司自签，需在 Acrobat Reader 中信任一次后才能识别。每台电脑只需一分钟，以后的报告打开时即自动核验。</translation>
        </message>
        <message>
            <source>Save the file {file} on your computer.</source>
            <translation>把文件 {file} 保存到电脑上。</translation>
        </message>
        <message>
            <source>Find its fingerprint: in the Windows command prompt, in the folder of the file, enter: certutil -hashfile {file} SHA256</source>
            <translation>查看指纹：在文件所在文件夹打开 Windows 命令提示符，输入：certutil -hashfile {file} SHA256</translation>
        </message>
        <message>
            <source>Telephone {company} and compare. Go on only if all characters agree. It must read: {fingerprint}</source>
            <translation>致电{company}核对，全部字符一致才继续。应为：{fingerprint}</translation>
        </message>
        <message>
            <source>In Acrobat Reader open Menu &gt; Preferences &gt; Signatures &gt; Identities &amp; Trusted Certificates &gt; More.</source>
            <translation>在 Acrobat Reader 中打开“菜单 &gt; 首选项 &gt; 签名 &gt; 身份与受信任的证书 &gt; 更多”。</translation>
        </message>
        <message>
            <source>Choose Trusted Certificates, then Import, and select the file {file}.</source>
            <translation>选择“受信任的证书”，点“导入”，选中文件 {file}。</translation>
        </message>
        <message>
            <source>Select the imported certificate, choose Edit Trust, tick "Use this certificate as a trusted root" and "Certified documents", and confirm.</source>
            <translation>选中导入的证书，点“编辑信任”，勾选“将本证书用作可信任根”和“已验证的文档”，然后确定。</translation>
        </message>
        <message>
            <source>Open a signed report: the bar at the top says that it is certified and has not been changed.</source>
            <translation>打开一份已签署的报告：顶部会提示文档已认证且未被修改。</translation>
        </message>
        <message>
            <source>WeChat, WPS and web browsers show the report but do not check its signature.</source>
            <translation>微信、WPS 和浏览器能显示报告，但不核验签名。</translation>
        </message>
        <message>
            <source>A printed or photographed report carries no signature; ask for the file.</source>
            <translation>打印件或照片不含数字签名，请索取文件。</translation>
        </message>
        <message>
            <source>If Acrobat says the document was changed, do not rely on it and ask the company for the file again.</source>
            <translation>如果 Acrobat 提示文档已被修改，请勿采信，并向公司重新索取文件。</translation>
        </message>
        <message>
            <source>The signing identity kept in the library cannot be read. Create or import one again.</source>
            <translation>资料库中的签名证书无法读取。请重新创建或导入。</translation>
        </message>
        <message>
            <source>Enter the company's legal name first; it stands in the certificate.</source>
            <translation>请先填写公司法定名称，它会写入证书。</translation>
        </message>
        <message>
            <source>The PDF cannot be read, so it was not signed.</source>
            <translation>PDF 无法读取，未签名。</translation>
        </message>
        <message>
            <source>The PDF has no empty signature field "{field}". It was not signed.</source>
            <translation>PDF 中没有空的签名域“{field}”，未签名。</translation>
        </message>
        <message>
            <source>This file is not a .pfx or .p12 file. Choose the file with the private key.</source>
            <translation>这不是 .pfx 或 .p12 文件。请选择带私钥的文件。</translation>
        </message>
        <message>
            <source>The password of the .pfx file is wrong. Nothing was imported.</source>
            <translation>.pfx 文件的密码不对，未导入任何内容。</translation>
        </message>
        <message>
            <source>The .pfx file holds no private key. Export it again together with the private key.</source>
            <translation>.pfx 文件里没有私钥。请连同私钥重新导出。</translation>
        </message>
        <message>
            <source>The .pfx file holds no certificate that belongs to its private key.</source>
            <translation>.pfx 文件里没有与私钥对应的证书。</translation>
        </message>
        <message>
            <source>This .pfx file uses a key or protection the program does not support. RSA and P-256 keys are supported.</source>
            <translation>此 .pfx 文件使用了本程序不支持的密钥或加密方式。支持 RSA 和 P-256 密钥。</translation>
        </message>
        <message>
            <source>This kind of key is not supported. Use an RSA key of 2048 bits or more, or a P-256, P-384 or P-521 key.</source>
            <translation>不支持这种密钥。请使用 2048 位及以上的 RSA 密钥，或 P-256、P-384、P-521 密钥。</translation>
        </message>
        <message>
            <source>The certificate expired on {date}. Import a valid one.</source>
            <translation>证书已于 {date} 到期。请导入有效的证书。</translation>
        </message>
        <message>
            <source>The certificate is valid only from {date}. Check the computer's clock or import another one.</source>
            <translation>证书自 {date} 起才有效。请检查电脑时间，或导入其他证书。</translation>
        </message>
        <message>
            <source>This certificate is not meant for signing documents. Import another one.</source>
            <translation>此证书不用于签署文件。请导入其他证书。</translation>
        </message>
    </context>
    <context>
        <name>SigningCard</name>
        <message>
            <source>Company profile</source>
            <translation>公司资料</translation>
        </message>
        <message>
            <source>No signing identity</source>
            <translation>没有签名证书</translation>
        </message>
        <message>
            <source>Create or import one on the company page; until then a draft can be saved.</source>
            <translation>请在公司资料页创建或导入；在此之前可以保存未签名稿。</translation>
        </message>
        <message>
            <source>The certificate has expired. Create or import a new one.</source>
            <translation>证书已过期，请创建或导入新证书。</translation>
        </message>
        <message>
            <source>Valid until {date}</source>
            <translation>有效至 {date}</translation>
        </message>
        <message>
            <source>Valid until {date}, {days} {days:day|days} left: renew it soon</source>
            <translation>有效至 {date}，还有 {days} 天：请尽快更换</translation>
        </message>
    </context>
    <context>
        <name>Site</name>
        <message>
            <source>Sites</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>site</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Service type</source>
            <translation>服务类型</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Post code</source>
            <translation>邮编</translation>
        </message>
        <message>
            <source>Area (m²)</source>
            <translation>面积（m²）</translation>
        </message>
        <message>
            <source>Open hours</source>
            <translation>营业时间</translation>
        </message>
        <message>
            <source>Site manager</source>
            <translation>项目负责人</translation>
        </message>
        <message>
            <source>Inspect every (days)</source>
            <translation>检查周期（天）</translation>
        </message>
        <message>
            <source>Today lists the site when the last inspection is older.</source>
            <translation>超过该周期未检查时，在“今日”中列出。</translation>
        </message>
        <message>
            <source>Service since</source>
            <translation>开始服务</translation>
        </message>
        <message>
            <source>Service ended</source>
            <translation>结束服务</translation>
        </message>
        <message>
            <source>Areas</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Areas and posts</source>
            <translation>区域与岗位</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>m²</source>
            <translation>m²</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>风险等级</translation>
        </message>
        <message>
            <source>Photo standard</source>
            <translation>照片标准</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Headcount</source>
            <translation>人数</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>Staff</name>
        <message>
            <source>Staff files</source>
            <translation>人员档案</translation>
        </message>
        <message>
            <source>staff file</source>
            <translation>人员档案</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>身份</translation>
        </message>
        <message>
            <source>Employee no.</source>
            <translation>工号</translation>
        </message>
        <message>
            <source>Photo</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Kind of paper</source>
            <translation>证件类型</translation>
        </message>
        <message>
            <source>ID number</source>
            <translation>证件号码</translation>
        </message>
        <message>
            <source>ID valid to</source>
            <translation>证件有效期至</translation>
        </message>
        <message>
            <source>Birth date</source>
            <translation>出生日期</translation>
        </message>
        <message>
            <source>Filled from the ID number.</source>
            <translation>由证件号码自动填写。</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Ethnicity</source>
            <translation>民族</translation>
        </message>
        <message>
            <source>Native place</source>
            <translation>籍贯</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>学历</translation>
        </message>
        <message>
            <source>School</source>
            <translation>毕业院校</translation>
        </message>
        <message>
            <source>Major</source>
            <translation>专业</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>用工</translation>
        </message>
        <message>
            <source>Employment</source>
            <translation>用工形式</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>班组</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>职级</translation>
        </message>
        <message>
            <source>Reports to</source>
            <translation>直接上级</translation>
        </message>
        <message>
            <source>Hired on</source>
            <translation>入职日期</translation>
        </message>
        <message>
            <source>End of probation</source>
            <translation>试用期满</translation>
        </message>
        <message>
            <source>Contract from</source>
            <translation>合同开始</translation>
        </message>
        <message>
            <source>Contract to</source>
            <translation>合同到期</translation>
        </message>
        <message>
            <source>Left on</source>
            <translation>离职日期</translation>
        </message>
        <message>
            <source>Reason for leaving</source>
            <translation>离职原因</translation>
        </message>
        <message>
            <source>May be hired again</source>
            <translation>可否再用</translation>
        </message>
        <message>
            <source>Pay grade</source>
            <translation>薪资等级</translation>
        </message>
        <message>
            <source>Social insurance</source>
            <translation>社保</translation>
        </message>
        <message>
            <source>Reason if not paid</source>
            <translation>未缴原因</translation>
        </message>
        <message>
            <source>Accident insurance to</source>
            <translation>意外险有效期至</translation>
        </message>
        <message>
            <source>Mobile phone</source>
            <translation>手机</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系</translation>
        </message>
        <message>
            <source>Home address</source>
            <translation>现住址</translation>
        </message>
        <message>
            <source>Emergency contact</source>
            <translation>紧急联系人</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>关系</translation>
        </message>
        <message>
            <source>Contact's phone</source>
            <translation>联系人手机</translation>
        </message>
        <message>
            <source>Personal data consent on</source>
            <translation>个人信息同意书日期</translation>
        </message>
        <message>
            <source>Consents</source>
            <translation>同意记录</translation>
        </message>
        <message>
            <source>Consent to</source>
            <translation>同意的内容</translation>
        </message>
        <message>
            <source>Given on</source>
            <translation>同意日期</translation>
        </message>
        <message>
            <source>Withdrawn on</source>
            <translation>撤回日期</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Employment spells</source>
            <translation>用工经历</translation>
        </message>
        <message>
            <source>History</source>
            <translation>经历</translation>
        </message>
        <message>
            <source>Work elsewhere</source>
            <translation>工作经历</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>From</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>To</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>Moves inside the company</source>
            <translation>内部异动</translation>
        </message>
        <message>
            <source>Skills</source>
            <translation>技能</translation>
        </message>
        <message>
            <source>Skill</source>
            <translation>技能</translation>
        </message>
        <message>
            <source>Level 0-4</source>
            <translation>等级 0-4</translation>
        </message>
        <message>
            <source>Assessed on</source>
            <translation>评定日期</translation>
        </message>
        <message>
            <source>Assessor</source>
            <translation>评定人</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>佐证</translation>
        </message>
        <message>
            <source>Next check</source>
            <translation>下次复核</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Last four of the ID</source>
            <translation>证件后四位</translation>
        </message>
    </context>
    <context>
        <name>StageCard</name>
        <message>
            <source>&amp;Extend…</source>
            <translation>延期(&amp;E)…</translation>
        </message>
        <message>
            <source>Add a &amp;photo</source>
            <translation>加照片(&amp;P)</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>佐证</translation>
        </message>
        <message>
            <source>&amp;Back to the owner…</source>
            <translation>退回责任人(&amp;B)…</translation>
        </message>
        <message>
            <source>What was done about it, and by whom</source>
            <translation>做了什么，谁做的</translation>
        </message>
        <message>
            <source>What was seen when it was looked at again; counts as evidence</source>
            <translation>复查时看到的情况，可作为佐证</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>整改措施</translation>
        </message>
        <message>
            <source>Corrected on</source>
            <translation>整改完成日期</translation>
        </message>
        <message>
            <source>Looked at by</source>
            <translation>复查人</translation>
        </message>
        <message>
            <source>Looked at on</source>
            <translation>复查日期</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>复查结果</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>已做的整改</translation>
        </message>
        <message>
            <source>This must be filled in.</source>
            <translation>此项必填。</translation>
        </message>
        <message>
            <source>Before "{step}", still missing: {count}</source>
            <translation>“{step}”还差 {count} 条</translation>
        </message>
        <message>
            <source>due {day}, {count} d late</source>
            <translation>期限 {day}，逾期 {count} 天</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>今天到期</translation>
        </message>
        <message>
            <source>due {day}, {count} d left</source>
            <translation>期限 {day}，还有 {count} 天</translation>
        </message>
        <message>
            <source>Void: {reason}</source>
            <translation>作废：{reason}</translation>
        </message>
        <message>
            <source>Not closed yet.</source>
            <translation>尚未关闭。</translation>
        </message>
        <message>
            <source>Closed by {name} on {day}.</source>
            <translation>{name} 于 {day} 关闭。</translation>
        </message>
    </context>
    <context>
        <name>StartCard</name>
        <message>
            <source>Name, code or pinyin initials</source>
            <translation>名称、编号或拼音首字母</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>项目点</translation>
        </message>
        <message>
            <source>Checklist</source>
            <translation>检查表</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>检查人</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>&amp;Start</source>
            <translation>开始(&amp;S)</translation>
        </message>
        <message>
            <source>Enter takes the proposal and goes on. The items of the checklist are copied; later changes of the checklist leave this inspection as it is.</source>
            <translation>按回车选中并到下一项。检查项按检查表当时的内容复制，以后检查表再改，这次检查不变。</translation>
        </message>
        <message>
            <source>New inspection</source>
            <translation>新建检查</translation>
        </message>
        <message>
            <source>This is no date. Write 2026-11-22, 2026.5.1 or 5.1.</source>
            <translation>这不是日期。请写 2026-11-22、2026.5.1 或 5.1。</translation>
        </message>
        <message>
            <source>Choose one from the list.</source>
            <translation>请从列表中选一个。</translation>
        </message>
    </context>
    <context>
        <name>StateCard</name>
        <message>
            <source>&amp;Back up now</source>
            <translation>立即备份(&amp;B)</translation>
        </message>
        <message>
            <source>Copy to a &amp;USB stick…</source>
            <translation>复制到 U 盘(&amp;U)…</translation>
        </message>
        <message>
            <source>Restore &amp;drill</source>
            <translation>还原演练(&amp;D)</translation>
        </message>
        <message>
            <source>There is no verified backup yet</source>
            <translation>还没有核对过的备份</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Last verified backup: {day} {time}</source>
            <translation>最近一次核对过的备份：{day} {time}</translation>
        </message>
        <message>
            <source>Something was saved since.</source>
            <translation>之后又保存过内容。</translation>
        </message>
        <message>
            <source>Nothing was saved since.</source>
            <translation>之后没有保存过内容。</translation>
        </message>
        <message>
            <source>One is made every half hour and when the program is closed.</source>
            <translation>每半小时和关闭程序时会自动备份。</translation>
        </message>
        <message>
            <source>{words} {count} {count:backup is|backups are} kept in the library.</source>
            <translation>{words}资料库里共保留 {count} 个备份。</translation>
        </message>
        <message>
            <source>Last good restore drill: {day}</source>
            <translation>最近一次通过的还原演练：{day}</translation>
        </message>
        <message>
            <source>No restore drill was made yet: it proves that a backup can really be put back.</source>
            <translation>还没有做过还原演练：它能证明备份确实可以还原。</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Locks after {minutes} idle {minutes:minute|minutes}</source>
            <translation>{minutes} 分钟无操作后锁定</translation>
        </message>
        <message>
            <source>Never locks by itself</source>
            <translation>不自动锁定</translation>
        </message>
        <message>
            <source>Backup …</source>
            <translation>备份 …</translation>
        </message>
        <message>
            <source>Language and loo&amp;k</source>
            <translation>语言与外观(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Follow the system</source>
            <translation>跟随系统(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>浅色(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>深色(&amp;D)</translation>
        </message>
        <message>
            <source>L&amp;arger text</source>
            <translation>放大文字(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Smaller text</source>
            <translation>缩小文字(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Normal text</source>
            <translation>默认文字大小(&amp;N)</translation>
        </message>
    </context>
    <context>
        <name>StepBar</name>
        <message>
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>New &amp;edition…</source>
            <translation>新版(&amp;E)…</translation>
        </message>
        <message>
            <source>Before "{step}": {missing}</source>
            <translation>“{step}”还差：{missing}</translation>
        </message>
    </context>
    <context>
        <name>StepMark</name>
        <message>
            <source>Step {number} of {count}</source>
            <translation>第 {number} 步，共 {count} 步</translation>
        </message>
    </context>
    <context>
        <name>StoppedBand</name>
        <message>
            <source>To the &amp;field</source>
            <translation>去改(&amp;F)</translation>
        </message>
        <message>
            <source>Say wh&amp;y</source>
            <translation>说明原因(&amp;Y)</translation>
        </message>
        <message>
            <source>Not saved yet: {field}</source>
            <translation>还没有保存：“{field}”</translation>
        </message>
        <message>
            <source>Not saved yet: {count} {count:field|fields} to correct, first {field}</source>
            <translation>还没有保存：有 {count} 处要改，先改“{field}”</translation>
        </message>
        <message>
            <source>What you typed is kept. {key} goes to the next one; then press {save} again.</source>
            <translation>填过的内容都在。{key} 跳到下一处，改好后再按 {save}。</translation>
        </message>
        <message>
            <source>Not saved yet: the reason is missing</source>
            <translation>还没有保存：缺少修改原因</translation>
        </message>
        <message>
            <source>What you typed is kept as a draft. Press {save} and write one sentence.</source>
            <translation>填过的内容已存为草稿。按 {save}，写一句原因就会保存。</translation>
        </message>
    </context>
    <context>
        <name>Strength</name>
        <message>
            <source>Weak: at least 8 characters.</source>
            <translation>弱：至少 8 个字符。</translation>
        </message>
        <message>
            <source>Weak: the name of the company or of a person is tried first. Three words that do not belong together are better.</source>
            <translation>弱：公司名和人名最先被猜。换成三个互不相干的词更好。</translation>
        </message>
        <message>
            <source>Weak: common words are tried first. Three words that do not belong together are better.</source>
            <translation>弱：常用词最先被猜。换成三个互不相干的词更好。</translation>
        </message>
        <message>
            <source>Weak: years and birthdays are tried first. Add words that do not belong together.</source>
            <translation>弱：年份和生日最先被猜。加上几个互不相干的词。</translation>
        </message>
        <message>
            <source>Weak: neighbouring keys are tried first. Three words that do not belong together are better.</source>
            <translation>弱：相邻的按键最先被猜。换成三个互不相干的词更好。</translation>
        </message>
        <message>
            <source>Weak: repeats add nothing. Three words that do not belong together are better.</source>
            <translation>弱：重复不增加强度。换成三个互不相干的词更好。</translation>
        </message>
        <message>
            <source>Weak: make it longer; 12 characters or three words that do not belong together.</source>
            <translation>弱：再长一些，12 个字符，或三个互不相干的词。</translation>
        </message>
        <message>
            <source>Fair: good for daily use. One more word makes it strong.</source>
            <translation>一般：日常够用。再加一个词就强了。</translation>
        </message>
        <message>
            <source>Strong: use it nowhere else.</source>
            <translation>强：不要在别处使用同一个密码。</translation>
        </message>
    </context>
    <context>
        <name>SubmittedActs</name>
        <message>
            <source>Review the inspection</source>
            <translation>复核检查</translation>
        </message>
        <message>
            <source>Reviewed by</source>
            <translation>复核人</translation>
        </message>
        <message>
            <source>Reviewed on</source>
            <translation>复核日期</translation>
        </message>
        <message>
            <source>Reviewed</source>
            <translation>复核完成</translation>
        </message>
        <message>
            <source>The client's signature</source>
            <translation>客户签字</translation>
        </message>
        <message>
            <source>Signed by (client)</source>
            <translation>签字人（客户）</translation>
        </message>
        <message>
            <source>Signed on</source>
            <translation>签字日期</translation>
        </message>
        <message>
            <source>Signed sheet</source>
            <translation>签字单</translation>
        </message>
        <message>
            <source>Photo or scan; may follow later</source>
            <translation>照片或扫描件，可以以后补</translation>
        </message>
        <message>
            <source>Note the signature</source>
            <translation>记下签字</translation>
        </message>
        <message>
            <source>Void {code}</source>
            <translation>作废 {code}</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>It stays visible with the reason and leaves every figure. Its problems that nobody has worked on are voided with it. This cannot be undone.</source>
            <translation>记录和原因仍可看到，但不再计入任何统计。还没人处理的问题一并作废。此操作不能撤销。</translation>
        </message>
        <message>
            <source>Some problems stay open</source>
            <translation>有些问题保留</translation>
        </message>
        <message>
            <source>Work on them has begun: {codes}</source>
            <translation>已开始处理：{codes}</translation>
        </message>
    </context>
    <context>
        <name>SystemEnd</name>
        <message>
            <source>Saving your work</source>
            <translation>正在保存您的工作</translation>
        </message>
    </context>
    <context>
        <name>Tables</name>
        <message>
            <source>Acts in the history</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Entries of the history</source>
            <translation>修改记录</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Settings of the library</source>
            <translation>资料库设置</translation>
        </message>
        <message>
            <source>Attached files</source>
            <translation>附件文件</translation>
        </message>
        <message>
            <source>Attachments of records</source>
            <translation>记录的附件</translation>
        </message>
        <message>
            <source>Small pictures of attachments</source>
            <translation>附件缩略图</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Running numbers</source>
            <translation>流水号</translation>
        </message>
        <message>
            <source>Imports</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Deletions by law</source>
            <translation>依法删除</translation>
        </message>
        <message>
            <source>Consents</source>
            <translation>同意书</translation>
        </message>
        <message>
            <source>Areas of sites</source>
            <translation>项目区域</translation>
        </message>
        <message>
            <source>Posts of sites</source>
            <translation>项目岗位</translation>
        </message>
        <message>
            <source>Attendees of training</source>
            <translation>培训参加人</translation>
        </message>
        <message>
            <source>Items of checklists</source>
            <translation>检查表条目</translation>
        </message>
        <message>
            <source>Contacts of clients</source>
            <translation>客户联系人</translation>
        </message>
        <message>
            <source>Targets of contracts</source>
            <translation>合同指标</translation>
        </message>
        <message>
            <source>Sites of contracts</source>
            <translation>合同项目</translation>
        </message>
        <message>
            <source>Employment</source>
            <translation>任职</translation>
        </message>
        <message>
            <source>Items of inspections</source>
            <translation>检查条目</translation>
        </message>
        <message>
            <source>Internal moves</source>
            <translation>内部调动</translation>
        </message>
        <message>
            <source>Items of plans</source>
            <translation>方案条目</translation>
        </message>
        <message>
            <source>Needs of plans</source>
            <translation>方案需求</translation>
        </message>
        <message>
            <source>Staffing of plans</source>
            <translation>方案人员配置</translation>
        </message>
        <message>
            <source>Extensions of problems</source>
            <translation>问题延期</translation>
        </message>
        <message>
            <source>Required certificates</source>
            <translation>必需证书</translation>
        </message>
        <message>
            <source>Required courses</source>
            <translation>必修课程</translation>
        </message>
        <message>
            <source>Skills</source>
            <translation>技能</translation>
        </message>
        <message>
            <source>Earlier work</source>
            <translation>工作经历</translation>
        </message>
        <message>
            <source>Table {name}</source>
            <translation>表 {name}</translation>
        </message>
    </context>
    <context>
        <name>TextEditor</name>
        <message>
            <source>Show and edit  F2</source>
            <translation>显示并编辑  F2</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>What happened</source>
            <translation>经过</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>系统</translation>
        </message>
        <message>
            <source>{act}: {reason}</source>
            <translation>{act}：{reason}</translation>
        </message>
        <message>
            <source>today {time}</source>
            <translation>今天 {time}</translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message>
            <source>Overdue problems</source>
            <translation>逾期问题</translation>
        </message>
        <message>
            <source>Problems due</source>
            <translation>即将到期的问题</translation>
        </message>
        <message>
            <source>{count} {count:problem|problems} open for more than a year, the oldest since {date}</source>
            <translation>{count} 个问题超过一年未关闭，最早 {date}</translation>
        </message>
        <message>
            <source>Long open</source>
            <translation>长期未关闭</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>整改</translation>
        </message>
        <message>
            <source>{type} {number}</source>
            <translation>{type} {number}</translation>
        </message>
        <message>
            <source>revoked</source>
            <translation>已吊销</translation>
        </message>
        <message>
            <source>Renew</source>
            <translation>换证</translation>
        </message>
        <message>
            <source>Certificates expired or expiring</source>
            <translation>证书到期</translation>
        </message>
        <message>
            <source>no inspection for a year</source>
            <translation>一年内未检查</translation>
        </message>
        <message>
            <source>last inspected on {date}</source>
            <translation>上次检查 {date}</translation>
        </message>
        <message>
            <source>Inspect</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Sites to visit</source>
            <translation>待检查项目点</translation>
        </message>
        <message>
            <source>begun on {date}</source>
            <translation>{date} 开始</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Inspections not submitted</source>
            <translation>未提交的检查</translation>
        </message>
        <message>
            <source>{count} {count:course|courses} missing</source>
            <translation>缺 {count} 门课程</translation>
        </message>
        <message>
            <source>ends in {days} {days:day|days}</source>
            <translation>{days} 天后到期</translation>
        </message>
        <message>
            <source>Training missing</source>
            <translation>培训缺项</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Training sessions</source>
            <translation>培训班次</translation>
        </message>
        <message>
            <source>with the client</source>
            <translation>待客户确认</translation>
        </message>
        <message>
            <source>Plans awaiting the client</source>
            <translation>待客户确认的方案</translation>
        </message>
        <message>
            <source>ended on {date}</source>
            <translation>{date} 已到期</translation>
        </message>
        <message>
            <source>Contracts to renew</source>
            <translation>待续签合同</translation>
        </message>
        <message>
            <source>Pass rate</source>
            <translation>合格率</translation>
        </message>
        <message>
            <source>On-time closure</source>
            <translation>按期关闭率</translation>
        </message>
        <message>
            <source>Open problems</source>
            <translation>未关闭问题</translation>
        </message>
        <message>
            <source>Training coverage</source>
            <translation>培训覆盖率</translation>
        </message>
        <message>
            <source>Certificate validity</source>
            <translation>持证有效率</translation>
        </message>
        <message>
            <source>{days} {days:day|days} overdue</source>
            <translation>逾期 {days} 天</translation>
        </message>
        <message>
            <source>1 day overdue</source>
            <translation>逾期 1 天</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>今天到期</translation>
        </message>
        <message>
            <source>due tomorrow</source>
            <translation>明天到期</translation>
        </message>
        <message>
            <source>due in {days} {days:day|days}</source>
            <translation>{days} 天后到期</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Which</source>
            <translation>显示哪些</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Failed inspections</source>
            <translation>检查不合格率</translation>
        </message>
        <message>
            <source>Kinds of problem</source>
            <translation>问题类别</translation>
        </message>
        <message>
            <source>Next step: {name}</source>
            <translation>下一步：{name}</translation>
        </message>
        <message>
            <source>Monthly &amp;report</source>
            <translation>月度报告(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>导入(&amp;I)…</translation>
        </message>
        <message>
            <source>{date} · {count} {count:thing|things} to do, {late} of them overdue</source>
            <translation>{date} · 还有 {count} 件事，{late} 件已逾期</translation>
        </message>
        <message>
            <source>{date} · {count} {count:thing|things} to do, none overdue</source>
            <translation>{date} · 还有 {count} 件事，没有逾期</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>ddd, d MMMM</source>
            <translation>M月d日 dddd</translation>
        </message>
        <message>
            <source>{date} · a new library</source>
            <translation>{date} · 新资料库</translation>
        </message>
        <message>
            <source>{date} · nothing left to do</source>
            <translation>{date} · 今天没有待办</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>This week</source>
            <translation>本周</translation>
        </message>
        <message>
            <source>Nothing here. All of it is done.</source>
            <translation>没有待办，全部办完了。</translation>
        </message>
        <message>
            <source>Nothing of this kind. Look under All.</source>
            <translation>这一类没有待办，请看“全部”。</translation>
        </message>
    </context>
    <context>
        <name>TodayView</name>
        <message>
            <source>at most {days} {days:day|days} late</source>
            <translation>最长逾期 {days} 天</translation>
        </message>
        <message>
            <source>{count} no longer valid</source>
            <translation>{count} 张已失效</translation>
        </message>
        <message>
            <source>open</source>
            <translation>件未关闭</translation>
        </message>
        <message>
            <source>no data this month</source>
            <translation>本月没有数据</translation>
        </message>
        <message>
            <source>since last month</source>
            <translation>与上月相比</translation>
        </message>
        <message>
            <source>p chart, weekly since {date}, n = {count}</source>
            <translation>p 图，{date} 起每周，n = {count}</translation>
        </message>
        <message>
            <source>Week from {day}: {bad} of {n} failed</source>
            <translation>{day} 起一周：{n} 次检查中 {bad} 次不合格</translation>
        </message>
        <message>
            <source>Failed inspections</source>
            <translation>检查不合格率</translation>
        </message>
        <message>
            <source>Once inspections are submitted, their failures stand here week by week.</source>
            <translation>提交检查后，这里按周显示不合格率。</translation>
        </message>
        <message>
            <source>Other</source>
            <translation>其他</translation>
        </message>
        <message>
            <source>Pareto, since {date}, n = {count}</source>
            <translation>帕累托图，{date} 起，n = {count}</translation>
        </message>
        <message>
            <source>{name}: {count}</source>
            <translation>{name}：{count} 件</translation>
        </message>
        <message>
            <source>Kinds of problem</source>
            <translation>问题类别</translation>
        </message>
        <message>
            <source>Once problems are entered, their most frequent kinds stand here.</source>
            <translation>登记问题后，这里显示最常见的类别。</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>List of what can be undone and redone</source>
            <translation>可撤销和重做的步骤列表</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>示例</translation>
        </message>
        <message>
            <source>Undo: {act}</source>
            <translation>撤销：{act}</translation>
        </message>
        <message>
            <source>Redo: {act}</source>
            <translation>重做：{act}</translation>
        </message>
    </context>
    <context>
        <name>Trail</name>
        <message>
            <source>Undone: {act}</source>
            <translation>已撤销：{act}</translation>
        </message>
        <message>
            <source>Redone: {act}</source>
            <translation>已重做：{act}</translation>
        </message>
        <message>
            <source>At it: {act} …</source>
            <translation>正在处理：{act}…</translation>
        </message>
        <message>
            <source>{told}; {count} {count:record stays|records stay}, in use or in an issued report</source>
            <translation>{told}；有 {count} 条留下：正在使用，或已计入签发的报告</translation>
        </message>
        <message>
            <source>Cancelled; nothing was changed.</source>
            <translation>已取消，没有任何更改。</translation>
        </message>
        <message>
            <source>Undoing…</source>
            <translation>正在撤销…</translation>
        </message>
        <message>
            <source>Redoing…</source>
            <translation>正在重做…</translation>
        </message>
        <message>
            <source>Redoing: {act}…</source>
            <translation>正在重做：{act}…</translation>
        </message>
        <message>
            <source>Undoing: {act}…</source>
            <translation>正在撤销：{act}…</translation>
        </message>
        <message>
            <source>Nothing was undone</source>
            <translation>没有撤销</translation>
        </message>
    </context>
    <context>
        <name>TrailMenu</name>
        <message>
            <source>Undo and redo</source>
            <translation>撤销和重做</translation>
        </message>
        <message>
            <source>Undo, back to and with:</source>
            <translation>撤销到这一步（含）：</translation>
        </message>
        <message>
            <source>Redo, forward to and with:</source>
            <translation>重做到这一步（含）：</translation>
        </message>
        <message>
            <source>Nothing to undo since the library was opened</source>
            <translation>打开资料库以来没有可撤销的步骤</translation>
        </message>
        <message>
            <source>{count} earlier {count:step|steps}</source>
            <translation>更早的 {count} 步</translation>
        </message>
    </context>
    <context>
        <name>Training</name>
        <message>
            <source>Training records</source>
            <translation>培训记录</translation>
        </message>
        <message>
            <source>training record</source>
            <translation>培训记录</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Training record</source>
            <translation>培训记录</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>课程</translation>
        </message>
        <message>
            <source>Completed on</source>
            <translation>完成日期</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>学时</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>有效期至</translation>
        </message>
        <message>
            <source>Proposed from the course's repeat cycle; empty: no limit.</source>
            <translation>按课程复训周期自动填写；留空表示长期有效。</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>班次</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>证明</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>TrialStep</name>
        <message>
            <source>Rows</source>
            <translation>行</translation>
        </message>
        <message>
            <source>The library is unchanged.</source>
            <translation>资料库未改动</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Every cell fits. Nothing stands in the way of the import.</source>
            <translation>每个单元格都没有问题，可以导入。</translation>
        </message>
        <message>
            <source>Mend in place</source>
            <translation>直接改正</translation>
        </message>
        <message>
            <source>Next problem</source>
            <translation>下一处</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重新试导入</translation>
        </message>
        <message>
            <source>{count:row|rows} can be taken: {new} new, {changed} updated</source>
            <translation>{count:行|行}可导入：新增 {new}，更新 {changed}</translation>
        </message>
        <message>
            <source>{count:is|are} there already</source>
            <translation>{count:行|行}已有</translation>
        </message>
        <message>
            <source>{count:row has errors and blocks|rows have errors and block} the import</source>
            <translation>{count:行|行}有错，改正前不能导入</translation>
        </message>
        <message>
            <source>No row can be taken yet</source>
            <translation>现在还不能导入</translation>
        </message>
        <message>
            <source>Row {row}: {reason}</source>
            <translation>第 {row} 行：{reason}</translation>
        </message>
        <message>
            <source>Rows left out: {count}</source>
            <translation>跳过 {count} 行</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>有错</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>需确认</translation>
        </message>
    </context>
    <context>
        <name>Undo</name>
        <message>
            <source>This can no longer be undone: it is final, or something it touched was changed since.</source>
            <translation>无法再撤销：这一步已成定局，或者有关内容后来又改过。</translation>
        </message>
        <message>
            <source>This can no longer be undone: a code it would need is in use again. Nothing was changed; change that code first.</source>
            <translation>无法再撤销：需要的编号又被占用了。什么都没有改动；请先改那个编号。</translation>
        </message>
        <message>
            <source>"{act}" is final and cannot be undone; nothing was changed. If it was a mistake, put it right with a new entry.</source>
            <translation>“{act}”已成定局，不能撤销；什么都没有改动。如果做错了，请另录一条来更正。</translation>
        </message>
        <message>
            <source>"{act}" can no longer be undone, because "{later}" changed {count} of its records since. Nothing was changed; undo that first if it can be, or correct the records by hand.</source>
            <translation>“{act}”无法再撤销，因为之后的“{later}”又改了其中 {count} 条记录。什么都没有改动；请先撤销后面那一步（如果还能撤销），或者手工更正记录。</translation>
        </message>
        <message>
            <source>"{act}" can no longer be undone: what stood there before was deleted by law, or it changed nothing. Nothing was changed.</source>
            <translation>“{act}”无法再撤销：原来的内容已依法删除，或者这一步没有改动任何内容。什么都没有改动。</translation>
        </message>
    </context>
    <context>
        <name>UndoBar</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>UnlockCard</name>
        <message>
            <source>The library is encrypted. The password is checked on this computer only; nobody can bring it back. Keep the recovery sheet safe.</source>
            <translation>资料库已加密。密码只在本机核对，任何人都无法找回；请保管好恢复单。</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>显示密码</translation>
        </message>
        <message>
            <source>Who is working</source>
            <translation>操作人</translation>
        </message>
        <message>
            <source>This name stands in the history of what you change.</source>
            <translation>您的修改会以此姓名记入历史。</translation>
        </message>
        <message>
            <source>Caps Lock seems to be on</source>
            <translation>大写锁定似乎已打开</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>打开(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Forgotten?</source>
            <translation>忘记密码(&amp;F)</translation>
        </message>
        <message>
            <source>Open "{name}"</source>
            <translation>打开“{name}”</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>正在打开…</translation>
        </message>
        <message>
            <source>Type the password, or the recovery code from the sheet.</source>
            <translation>请输入密码，或恢复单上的恢复码。</translation>
        </message>
        <message>
            <source>Full-width letters: switch the input method to half width or to English.</source>
            <translation>含全角字符：请把输入法切换到半角或英文。</translation>
        </message>
        <message>
            <source>Type the recovery code from the printed sheet in place of the password; a new password is asked next. Without password and code nobody can open the library.</source>
            <translation>在密码框里输入恢复单上的恢复码；打开后会请您设置新密码。没有密码也没有恢复码，谁也打不开资料库。</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>Recent libraries</source>
            <translation>最近的资料库</translation>
        </message>
        <message>
            <source>One folder, one computer; your data stays here</source>
            <translation>一个文件夹，一台电脑，数据不离开本机</translation>
        </message>
        <message>
            <source>Open &amp;another…</source>
            <translation>打开其他资料库(&amp;A)…</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>欢迎</translation>
        </message>
        <message>
            <source>&amp;New library</source>
            <translation>新建资料库(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Look at the sample</source>
            <translation>看看示例(&amp;L)</translation>
        </message>
        <message>
            <source>Set up in two minutes</source>
            <translation>约两分钟建好</translation>
        </message>
        <message>
            <source>Closing the library…</source>
            <translation>正在关闭资料库…</translation>
        </message>
        <message>
            <source>Invented data to try</source>
            <translation>虚构数据，随意试用</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>From a bac&amp;kup…</source>
            <translation>从备份还原(&amp;K)…</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>System</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Abo&amp;ut LaborQA {number}</source>
            <translation>关于 LaborQA {number}(&amp;U)</translation>
        </message>
    </context>
    <context>
        <name>ValuesPanel</name>
        <message>
            <source>as it stands</source>
            <translation>照原样</translation>
        </message>
    </context>
    <context>
        <name>Verify</name>
        <message>
            <source>The file is empty.</source>
            <translation>文件是空的。</translation>
        </message>
        <message>
            <source>This file is not a PDF.</source>
            <translation>这不是 PDF 文件。</translation>
        </message>
        <message>
            <source>The PDF is protected with a password, so its signature cannot be checked.</source>
            <translation>PDF 设有密码保护，无法核验签名。</translation>
        </message>
        <message>
            <source>The PDF is damaged and cannot be read.</source>
            <translation>PDF 已损坏，无法读取。</translation>
        </message>
        <message>
            <source>The file was changed after signing so that it can no longer be read as a whole.</source>
            <translation>文件在签署后被改动，已无法完整读取。</translation>
        </message>
        <message>
            <source>The PDF carries no signature.</source>
            <translation>PDF 没有签名。</translation>
        </message>
        <message>
            <source>The end of the file is missing. Ask the sender for the file again.</source>
            <translation>文件末尾缺失。请向发送方重新索取。</translation>
        </message>
        <message>
            <source>A signature was removed from the file or made unrecognisable.</source>
            <translation>文件中的一个签名被删除或破坏。</translation>
        </message>
        <message>
            <source>The signature in the field "{field}" leaves out parts of the file, so it proves nothing.</source>
            <translation>签名域“{field}”的签名没有覆盖整个文件，不能作为证明。</translation>
        </message>
        <message>
            <source>The content was changed after {name} signed it.</source>
            <translation>{name}签署后，内容被改动过。</translation>
        </message>
        <message>
            <source>The signature in the field "{field}" was itself changed.</source>
            <translation>签名域“{field}”的签名本身被改动过。</translation>
        </message>
        <message>
            <source>After {name} signed, the file was changed in a way the signature does not allow.</source>
            <translation>{name}签署后，文件发生了签名不允许的改动。</translation>
        </message>
        <message>
            <source>Something was added to the file after the last signature.</source>
            <translation>最后一个签名之后，文件又被添加了内容。</translation>
        </message>
        <message>
            <source>The content is unchanged since {name} signed it.</source>
            <translation>自{name}签署以来，内容未被改动。</translation>
        </message>
        <message>
            <source>The signer's certificate is self-signed by the company ({name}).</source>
            <translation>签署方的证书由该公司自签（{name}）。</translation>
        </message>
        <message>
            <source>The signer's certificate was issued to {name} by {issuer}.</source>
            <translation>签署方{name}的证书由{issuer}签发。</translation>
        </message>
        <message>
            <source>The certificate of {name} was not valid at the stated time of signing.</source>
            <translation>在所述签署时间，{name}的证书不在有效期内。</translation>
        </message>
        <message>
            <source>The signature of {name} states no time.</source>
            <translation>{name}的签名没有注明时间。</translation>
        </message>
        <message>
            <source>{name} signed after that; this later signature changed nothing in the content.</source>
            <translation>{name}随后签署；后一个签名没有改动内容。</translation>
        </message>
        <message>
            <source>Signed, complete and unchanged.</source>
            <translation>已签署，完整且未改动。</translation>
        </message>
        <message>
            <source>Changed after signing. Do not rely on this file.</source>
            <translation>签署后被改动。请勿采信此文件。</translation>
        </message>
        <message>
            <source>Incomplete. Do not rely on this file.</source>
            <translation>文件不完整。请勿采信此文件。</translation>
        </message>
        <message>
            <source>Not signed. Nothing proves where this file comes from.</source>
            <translation>未签署。无法证明此文件的来源。</translation>
        </message>
        <message>
            <source>This file cannot be checked.</source>
            <translation>此文件无法核验。</translation>
        </message>
        <message>
            <source>Signed by {name} on {moment} (time as stated by the signer).</source>
            <translation>{name}于 {moment} 签署（签署方所述时间）。</translation>
        </message>
        <message>
            <source>Signed by {name}; no time is stated.</source>
            <translation>{name}签署；未注明时间。</translation>
        </message>
        <message>
            <source>The file names {name} as signer, but what it shows is not what was signed.</source>
            <translation>文件写明由{name}签署，但现有内容并非签署时的内容。</translation>
        </message>
        <message>
            <source>Fingerprint of the certificate: {fingerprint}</source>
            <translation>证书指纹：{fingerprint}</translation>
        </message>
        <message>
            <source>This is our report {number}, version {version}, exactly as it was issued.</source>
            <translation>这是我方报告 {number} 第 {version} 版，与签发时完全一致。</translation>
        </message>
        <message>
            <source>This is our report {number}, version {version}; {name} has signed it since.</source>
            <translation>这是我方报告 {number} 第 {version} 版，此后{name}已签署。</translation>
        </message>
        <message>
            <source>It bears the number of our report {number}, version {version}, but is not the file we issued.</source>
            <translation>文件带有我方报告编号 {number} 第 {version} 版，但不是我方签发的文件。</translation>
        </message>
        <message>
            <source>This report is not in this library's register of issued reports.</source>
            <translation>本资料库的签发登记中没有这份报告。</translation>
        </message>
        <message>
            <source>It has been replaced by {replacement}. Use that one.</source>
            <translation>已被 {replacement} 取代，请使用新版。</translation>
        </message>
        <message>
            <source>It has not been replaced by a newer version.</source>
            <translation>没有更新的版本。</translation>
        </message>
        <message>
            <source>Records it was made from were changed on {date}; the report itself is unchanged.</source>
            <translation>报告所依据的记录在 {date} 有过改动；报告本身未变。</translation>
        </message>
    </context>
    <context>
        <name>VerifyPage</name>
        <message>
            <source>Reliable</source>
            <translation>可以信赖</translation>
        </message>
        <message>
            <source>Look closely</source>
            <translation>请留意</translation>
        </message>
        <message>
            <source>Do not rely on it</source>
            <translation>不可信赖</translation>
        </message>
        <message>
            <source>Drop a PDF here</source>
            <translation>把 PDF 拖到这里</translation>
        </message>
        <message>
            <source>&amp;Choose a PDF…</source>
            <translation>选择 PDF(&amp;C)…</translation>
        </message>
        <message>
            <source>Ours or somebody else's. The file is only looked at and stays on this computer.</source>
            <translation>我方或他方的都可以。只查看文件，不会传出本机。</translation>
        </message>
        <message>
            <source>&amp;Show in the register</source>
            <translation>在登记簿中查看(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Another PDF…</source>
            <translation>换一个 PDF(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Details</source>
            <translation>详细信息(&amp;D)</translation>
        </message>
        <message>
            <source>Technical details</source>
            <translation>技术信息</translation>
        </message>
        <message>
            <source>Checking {file}…</source>
            <translation>正在核验 {file}…</translation>
        </message>
        <message>
            <source>Choose a PDF</source>
            <translation>选择 PDF</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Nothing to show</source>
            <translation>没有可显示的内容</translation>
        </message>
        <message>
            <source>SHA-256 of the file: {digest}</source>
            <translation>文件 SHA-256：{digest}</translation>
        </message>
        <message>
            <source>{size} {size:byte|bytes}</source>
            <translation>{size} 字节</translation>
        </message>
        <message>
            <source>itself</source>
            <translation>本公司自签</translation>
        </message>
        <message>
            <source>Signature "{field}" by {signer}, certificate issued by {issuer}</source>
            <translation>签名域“{field}”，签署人 {signer}，证书颁发者：{issuer}</translation>
        </message>
        <message>
            <source>Hide &amp;details</source>
            <translation>收起详细信息(&amp;D)</translation>
        </message>
        <message>
            <source>The file was not checked</source>
            <translation>文件没有核验</translation>
        </message>
    </context>
    <context>
        <name>Views</name>
        <message>
            <source>A list keeps at most {most} views. Delete one that is not used any more; nothing was changed.</source>
            <translation>每个列表最多保存 {most} 个视图。请先删除不再使用的视图；什么都没有改动。</translation>
        </message>
        <message>
            <source>This view was deleted meanwhile. The list still shows its rows; save it under a new name to keep it.</source>
            <translation>这个视图已被删除。列表仍按它显示；要保留，请另存为新视图。</translation>
        </message>
        <message>
            <source>The name of a view has 1 to {most} characters. Choose another one; nothing was changed.</source>
            <translation>视图名称须为 1 至 {most} 个字符。请换一个名称；什么都没有改动。</translation>
        </message>
        <message>
            <source>There is a view "{name}" already. Choose another name; nothing was changed.</source>
            <translation>已有名为“{name}”的视图。请换一个名称；什么都没有改动。</translation>
        </message>
    </context>
    <context>
        <name>WaitDialog</name>
        <message>
            <source>Cancelling…</source>
            <translation>正在取消…</translation>
        </message>
    </context>
    <context>
        <name>_SecretDialog</name>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Used once, not kept.</source>
            <translation>只用这一次，不保存。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
    </context>
</TS>
